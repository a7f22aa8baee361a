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
      <p className={styles.hint}>{step.of === 0 ? t('admin.rule.none') : t('admin.rule.count', { count: step.of, enabled: step.enabled })}</p>
      {rules.length > 0 && <RuleTable rules={rules} />}
    </Step>
  );
}

function RuleTable({ rules }: { readonly rules: AdminOverview['rules'] }) {
  const t = useText();
  return (
    <div className={styles.tableScroll} role="region" aria-label={t('admin.rule.table')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('admin.rule.workflow')}</th>
            <th scope="col">{t('admin.rule.transition')}</th>
            <th scope="col">{t('admin.rule.requires')}</th>
            <th scope="col">{t('admin.rule.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.ruleId}>
              <td>{rule.workflowName}</td>
              <td>{rule.transition}</td>
              <td>{t(`admin.rule.requires.${rule.requires}`)}</td>
              <td>{t(rule.enabled ? `admin.rule.${rule.mode}` : 'admin.rule.off')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
