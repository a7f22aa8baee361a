import type { AdminOverview } from '../../src/contract/admin';
import { CopyBox } from '../kit/copy/copy-box';
import { useText } from '../kit/text/use-text';
import styles from './get-started-page.module.css';
import type { SetupSteps } from './setup-steps';
import { Step } from './step';

interface AddRuleStepProps {
  readonly rules: AdminOverview['rules'];
  readonly step: SetupSteps['addRule'];
}

/** Step 3: how the rule gets into a workflow, as text to copy, and where it stands already. */
export function AddRuleStep({ rules, step }: AddRuleStepProps) {
  const t = useText();
  return (
    <Step title={t('admin.rule.title')} status={step.status}>
      <p>{t('admin.rule.text')}</p>
      <div className={styles.full}>
        <CopyBox text={t('admin.rule.steps')} action={t('admin.rule.copy')} />
      </div>
      <p className={styles.hint}>
        {step.of === 0 ? t('admin.rule.none') : t('admin.rule.count', { count: step.of, enabled: step.enabled })}
      </p>
      {rules.length > 0 && <RuleList rules={rules} />}
    </Step>
  );
}

function RuleList({ rules }: { readonly rules: AdminOverview['rules'] }) {
  const t = useText();
  return (
    <ul className={styles.rules} aria-label={t('admin.rule.list')}>
      {rules.map((rule) => (
        <li key={rule.ruleId}>
          <p>{t('admin.rule.place', { workflow: rule.workflowName, transition: rule.transition })}</p>
          <p className={rule.requires === 'broken' ? styles.broken : styles.hint}>
            {t(`admin.rule.requires.${rule.requires}`)}
            {rule.requires !== 'broken' || !rule.enabled ? ` · ${t(rule.enabled ? `admin.rule.${rule.mode}` : 'admin.rule.off')}` : ''}
          </p>
        </li>
      ))}
    </ul>
  );
}
