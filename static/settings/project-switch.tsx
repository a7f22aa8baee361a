import { useState } from 'react';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Strip } from '../kit/feedback/strip';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import styles from './project-switch.module.css';
import { useChange, type SettingsSource } from './use-change';

interface ProjectSwitchProps {
  readonly rev: number;
  readonly source: SettingsSource;
}

/** Turns handoffs off in the project, after asking. Nothing is deleted. */
export function ProjectSwitch({ rev, source }: ProjectSwitchProps) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { isBusy, error, change } = useChange(source);
  return (
    <section className={styles.switch}>
      {!isAsking && <TextButton onClick={() => setIsAsking(true)}>{t('settings.stop.project')}</TextButton>}
      {isAsking && (
        <Strip
          tone="warning"
          announced={t('settings.stop.projectConfirm')}
          actions={
            <>
              <TextButton onClick={() => setIsAsking(false)}>{t('settings.stop.projectNo')}</TextButton>
              {!isBusy && (
                <TextButton onClick={() => void change(() => call('settings.turnOff', { rev }))}>
                  {t('settings.stop.projectYes')}
                </TextButton>
              )}
            </>
          }
        >
          {t('settings.stop.projectConfirm')}
        </Strip>
      )}
      <p className={styles.hint}>{t('settings.stop.projectHint')}</p>
      <ErrorStrip error={error} />
    </section>
  );
}
