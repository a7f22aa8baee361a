import Button from '@atlaskit/button/new';
import { CallFailure } from '../kit/bridge/call-failure';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Strip } from '../kit/feedback/strip';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import { ConflictStrip } from './conflict-strip';
import { ProblemSummary } from './problem-summary';
import { PublishNote } from './publish-note';
import actionBar from '../kit/layout/action-bar.module.css';
import styles from './save-bar.module.css';
import type { useTypeDraft } from './use-type-draft';

interface SaveBarProps {
  readonly editing: ReturnType<typeof useTypeDraft>;
  readonly isNew: boolean;
}

/** Saves or discards the edits, and says how that went; stays in sight while there is something to save. */
export function SaveBar({ editing, isNew }: SaveBarProps) {
  const t = useText();
  const { state, isDirty, base, draft, note, problems, save, keep, discard, keepMine, useTheirs } = editing;
  if (!isDirty && !isNew && state.phase !== 'saved' && state.phase !== 'kept') return null;
  if (!isDirty && state.phase === 'kept') return <Strip tone="success">{t('settings.draft.kept')}</Strip>;
  if (!isDirty && state.phase === 'saved') return <Strip tone="success">{t('settings.saved')}</Strip>;
  const isRouteTaken = state.phase === 'failed' && CallFailure.of(state.error).code === 'ROUTE_TAKEN';
  return (
    <div className={actionBar.bar}>
      <ProblemSummary problems={problems} />
      {state.phase === 'conflict' && (
        <ConflictStrip conflict={state.conflict} draft={draft} onKeepMine={keepMine} onUseTheirs={useTheirs} />
      )}
      {isRouteTaken && (
        <Strip tone="error" announced={t('settings.conflict.routeTaken')}>
          {t('settings.conflict.routeTaken')}
        </Strip>
      )}
      {state.phase === 'failed' && !isRouteTaken && <ErrorStrip error={state.error} />}
      {isDirty && base !== null && <PublishNote type={base} note={note} />}
      <div className={actionBar.actions}>
        <Button appearance="primary" isLoading={state.phase === 'saving'} onClick={() => void save()}>
          {t('settings.save')}
        </Button>
        {isDirty && <TextButton onClick={() => void keep()}>{t('settings.draft.keep')}</TextButton>}
        {isDirty && <TextButton onClick={discard}>{t('settings.discard')}</TextButton>}
        {isDirty && state.phase === 'editing' && <span className={styles.state}>{t('settings.unsaved')}</span>}
      </div>
    </div>
  );
}
