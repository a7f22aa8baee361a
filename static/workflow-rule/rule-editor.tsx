import type { RuleConfiguration } from '../../src/domain/gate/projection';
import { Strip } from '../kit/feedback/strip';
import { ChoiceList, type Choice } from '../kit/form/choice-list';
import { Fold } from '../kit/layout/fold';
import { useText } from '../kit/text/use-text';
import { GuardedLine } from './guarded-line';
import styles from './rule-page.module.css';
import { useRuleForm } from './use-rule-form';

const REQUIRES: readonly RuleConfiguration['requires'][] = ['prepared', 'accepted'];
const MODES: readonly RuleConfiguration['mode'][] = ['enforce', 'observe'];
const ON_FAULT: readonly RuleConfiguration['onFault'][] = ['block', 'allow'];

/** Adds or edits the workflow rule: what it requires, what it does, and what happens when Baton cannot check. */
export function RuleEditor({ isNew = false }: { readonly isNew?: boolean }) {
  const t = useText();
  const { configuration, change, isBroken, isConnected } = useRuleForm(isNew);
  const legend = (key: 'requires' | 'mode' | 'onFault') => <span className={styles.legend}>{t(`rule.${key}`)}</span>;
  const requires = REQUIRES.map((value): Choice<typeof value> => ({
    value,
    label: t(`rule.requires.${value}`),
    text: t(`rule.requires.${value}.text`),
  }));
  const modes = MODES.map((value): Choice<typeof value> => ({ value, label: t(`rule.mode.${value}`), text: t(`rule.mode.${value}.text`) }));
  const onFault = ON_FAULT.map((value): Choice<typeof value> => ({
    value,
    label: t(`rule.onFault.${value}`),
    text: t(`rule.onFault.${value}.text`),
  }));
  return (
    <main className={styles.page}>
      {isBroken && <BrokenStrip place="edit" />}
      {!isConnected && (
        <Strip tone="error" announced={t('rule.notConnected')}>
          {t('rule.notConnected')}
        </Strip>
      )}
      <GuardedLine />
      <ChoiceList
        legend={legend('requires')}
        choices={requires}
        value={configuration.requires}
        onChange={(value) => change({ requires: value })}
      />
      <ChoiceList legend={legend('mode')} choices={modes} value={configuration.mode} onChange={(value) => change({ mode: value })} />
      <Fold summary={`${t('rule.onFault')}: ${t(`rule.onFault.${configuration.onFault}`)}`} startsOpen={configuration.onFault === 'allow'}>
        <ChoiceList
          legend={legend('onFault')}
          choices={onFault}
          value={configuration.onFault}
          onChange={(value) => change({ onFault: value })}
        />
      </Fold>
    </main>
  );
}

/** Says that what Jira keeps for this rule cannot be read, and what that means. */
export function BrokenStrip({ place }: { readonly place: 'edit' | 'view' }) {
  const t = useText();
  return (
    <Strip tone="error" announced={t('rule.broken.title')}>
      <p>
        <strong>{t('rule.broken.title')}</strong>
      </p>
      <p>{t(`rule.broken.${place}`)}</p>
    </Strip>
  );
}
