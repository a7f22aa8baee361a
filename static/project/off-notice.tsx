import Button from '@atlaskit/button/new';
import { goTo } from '../kit/navigation/jira-place';
import { useText } from '../kit/text/use-text';
import styles from './off-notice.module.css';

interface OffNoticeProps {
  readonly project: { readonly key: string };
  readonly isProjectAdmin: boolean;
}

/** What the page says while handoffs are off here: why it is empty, and who can change that. */
export function OffNotice({ project, isProjectAdmin }: OffNoticeProps) {
  const t = useText();
  const openSettings = (): void => {
    void goTo({ kind: 'page', moduleKey: 'handoff-settings', projectKey: project.key }).catch(() => undefined);
  };
  return (
    <main className={styles.notice}>
      <h2 className={styles.title}>{t('project.off.title')}</h2>
      <p>{t('project.off.text')}</p>
      {isProjectAdmin ? (
        <Button appearance="primary" onClick={openSettings}>
          {t('project.off.adminAction')}
        </Button>
      ) : (
        <p>{t('project.off.member')}</p>
      )}
    </main>
  );
}
