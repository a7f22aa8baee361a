import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Strip } from '../../kit/feedback/strip';
import { FormField } from '../../kit/form/form-field';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import styles from './playbook-section.module.css';
import type { useGuideDraft } from './use-guide-draft';

interface GuideSaveBarProps {
  readonly editing: ReturnType<typeof useGuideDraft>;
  readonly noteId: string;
}

/** Saves or discards what was written, with a line on what changed; stays in sight while there is something to save. */
export function GuideSaveBar({ editing, noteId }: GuideSaveBarProps) {
  const t = useText();
  const { state, isDirty, problems, note, setNote, save, discard } = editing;
  if (!isDirty) {
    return (
      <>
        {state.phase === 'saved' && <Strip tone="success">{t('settings.guide.saved')}</Strip>}
        {state.phase === 'failed' && <ErrorStrip error={state.error} />}
      </>
    );
  }
  return (
    <div className={styles.bar}>
      {problems.length > 0 && (
        <Strip tone="error" announced={t('settings.problems.title', { count: problems.length })}>
          {problems.map((key) => (
            <p key={key}>{t(key)}</p>
          ))}
        </Strip>
      )}
      {state.phase === 'failed' && <ErrorStrip error={state.error} />}
      <FormField id={noteId} label={t('settings.guide.note')}>
        <Textfield id={noteId} value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} />
      </FormField>
      <div className={styles.row}>
        <Button appearance="primary" isLoading={state.phase === 'saving'} onClick={() => void save()}>
          {t('settings.guide.save')}
        </Button>
        <TextButton onClick={discard}>{t('settings.discard')}</TextButton>
      </div>
    </div>
  );
}
