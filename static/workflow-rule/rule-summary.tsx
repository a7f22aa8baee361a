import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { GuardedLine } from './guarded-line';
import { BrokenStrip } from './rule-editor';
import styles from './rule-page.module.css';
import { parseStoredRule } from './stored-rule';

/** What the rule does, in sentences, for whoever looks at the workflow. */
export function RuleSummary() {
  const t = useText();
  const { extension } = useSurface();
  const stored = parseStoredRule(extension['validatorConfig']);
  if (stored.kind === 'broken') {
    return (
      <main className={styles.page}>
        <BrokenStrip place="view" />
      </main>
    );
  }
  const { requires, mode, onFault } = stored.configuration;
  return (
    <main className={styles.page}>
      <div className={styles.sentences}>
        <p>{t(`rule.view.${requires}.${mode}`)}</p>
        {mode === 'enforce' && <p>{t(`rule.view.fault.${onFault}`)}</p>}
      </div>
      <GuardedLine />
    </main>
  );
}
