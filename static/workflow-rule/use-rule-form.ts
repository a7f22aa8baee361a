import { useEffect, useRef, useState } from 'react';
import type { RuleConfiguration } from '../../src/domain/gate/projection';
import { onRuleSaved } from '../kit/bridge/workflow-rule';
import { useSurface } from '../kit/surface/surface-context';
import { NEW_RULE, parseStoredRule, toStoredText } from './stored-rule';

/**
 * The rule being edited. Jira has its own Add and Save buttons outside of the frame: the form hands over a callback once, which gives
 * the newest choices when one is pressed. A new rule has nothing stored yet. `isConnected` is false when Jira did not take it.
 */
export function useRuleForm(isNew: boolean) {
  const { extension } = useSurface();
  const [stored] = useState(() => (isNew ? null : parseStoredRule(extension['validatorConfig'])));
  const [configuration, setConfiguration] = useState<RuleConfiguration>(stored?.kind === 'stored' ? stored.configuration : NEW_RULE);
  const [isConnected, setIsConnected] = useState(true);
  const newest = useRef(configuration);

  useEffect(() => {
    newest.current = configuration;
  }, [configuration]);

  useEffect(() => {
    onRuleSaved(() => toStoredText(newest.current)).catch(() => setIsConnected(false));
  }, []);

  const change = (part: Partial<Omit<RuleConfiguration, 'schema'>>): void => setConfiguration((now) => ({ ...now, ...part }));

  return { configuration, change, isBroken: stored?.kind === 'broken', isConnected };
}
