import { useState } from 'react';
import Lozenge from '@atlaskit/lozenge';
import type { AdminOverview } from '../../src/contract/admin';
import { TextButton } from '../kit/layout/text-button';
import { JiraLink } from '../kit/navigation/jira-link';
import { useText } from '../kit/text/use-text';
import styles from './get-started-page.module.css';
import type { SetupSteps } from './setup-steps';
import { Step } from './step';

interface TurnOnStepProps {
  readonly projects: AdminOverview['projects'];
  readonly step: SetupSteps['turnOn'];
}

/** Projects shown before the list is asked for in full. */
const FIRST_PROJECTS = 8;

/** Step 1: each project with whether handoffs are on, and the way to its settings; those that are on come first. */
export function TurnOnStep({ projects, step }: TurnOnStepProps) {
  const t = useText();
  const [isWhole, setIsWhole] = useState(false);
  const ordered = [...projects].sort((a, b) => Number(b.on) - Number(a.on) || a.name.localeCompare(b.name));
  const shown = isWhole ? ordered : ordered.slice(0, FIRST_PROJECTS);
  return (
    <Step title={t('admin.turnOn.title')} status={step.status}>
      <p>{t('admin.turnOn.text')}</p>
      <p className={styles.hint}>
        {projects.length === 0 ? t('admin.turnOn.none') : t('admin.turnOn.count', { on: step.on, count: step.of })}
      </p>
      <ul className={styles.projects}>
        {shown.map(({ id, key, name, on }) => (
          <li key={id}>
            <span className={styles.project}>
              {name} <span className={styles.hint}>{key}</span>
            </span>
            <Lozenge appearance={on ? 'success' : 'default'}>{t(on ? 'admin.turnOn.on' : 'admin.turnOn.off')}</Lozenge>
            <JiraLink to={{ kind: 'page', moduleKey: 'handoff-settings', projectKey: key }} label={t('admin.turnOn.settingsOf', { name })}>
              {t('admin.turnOn.settings')}
            </JiraLink>
          </li>
        ))}
      </ul>
      {shown.length < ordered.length && (
        <TextButton onClick={() => setIsWhole(true)}>{t('admin.turnOn.more', { count: ordered.length - shown.length })}</TextButton>
      )}
    </Step>
  );
}
