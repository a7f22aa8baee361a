import { useQuery } from '@tanstack/react-query';
import { call } from '../kit/bridge/call';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { parseGuardedTransition } from './guarded-transition';
import styles from './rule-page.module.css';

/**
 * Which transition the rule stands on and which handoffs it checks there, as far as that is known: one workflow may serve many
 * projects, and a status has no id before the workflow is saved. The page works without it.
 */
export function GuardedLine() {
  const t = useText();
  const { extension, locale } = useSurface();
  const transition = parseGuardedTransition(extension['transitionContext']);
  const payload = { fromStatusId: transition?.from?.id ?? null, toStatusId: transition?.to?.id ?? null };
  const { data } = useQuery({ queryKey: ['rule.explain', payload], queryFn: () => call('rule.explain', payload) });
  const [from, to] = [transition?.from?.name ?? '', transition?.to?.name ?? ''];
  return (
    <div className={styles.guarded}>
      {to !== '' && <p>{from === '' ? t('rule.transition.anyFrom', { to }) : t('rule.transition', { from, to })}</p>}
      {data !== undefined && data.typeNames.length > 0 && (
        <p>{t('rule.guards', { count: data.typeNames.length, names: new Intl.ListFormat(locale).format(data.typeNames) })}</p>
      )}
      {data !== undefined && data.typeNames.length === 0 && <p>{t(data.scoped ? 'rule.guardsNothing' : 'rule.guardsUnknown')}</p>}
    </div>
  );
}
