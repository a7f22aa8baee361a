import Button from '@atlaskit/button/default/button';
import { useEffect, useRef } from 'react';
import { CallFailure } from '../../kit/bridge/call-failure';
import { announce } from '../../kit/feedback/announce';
import { errorText } from '../../kit/feedback/error-text';
import { Strip } from '../../kit/feedback/strip';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import styles from './draft.module.css';
import { useTrouble } from './use-trouble';

/** *Saved*, *Saving…*, or what was not saved and how to try again. Screen readers hear saves and faults. */
export function SaveStatus() {
  const t = useText();
  const { saving, queue } = useCard().session;
  const { status, error } = saving;
  const last = useRef(status);
  useEffect(() => {
    if (status === 'saved' && last.current !== 'saved') announce(t('common.saved'));
    last.current = status;
  }, [status, t]);
  const trouble = useTrouble();
  if (trouble?.kind === 'notSaved') {
    const { code } = CallFailure.of(error);
    const passes = code === 'UNREACHABLE' || code === 'STORAGE_BUSY' || code === 'JIRA_UNAVAILABLE' || code === 'INTERNAL';
    return (
      <Strip
        tone="error"
        announced={t('handoff.notSaved')}
        actions={
          <Button appearance="primary" spacing="compact" onClick={() => void queue.flush()}>
            {t('common.tryAgain')}
          </Button>
        }
      >
        {t('handoff.notSaved')}
        {!passes && <p>{errorText(t, error)}</p>}
      </Strip>
    );
  }
  // A conflict is shown at its field, with both texts.
  if (status === 'untouched' || status === 'failed') return null;
  return <span className={styles.saved}>{status === 'saved' ? t('common.saved') : t('common.saving')}</span>;
}
