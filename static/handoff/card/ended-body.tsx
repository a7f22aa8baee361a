import Button from '@atlaskit/button/default/button';
import type { ReactNode } from 'react';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { useText } from '../../kit/text/use-text';
import { RatingGiven } from '../after/rating-given';
import { RecordRework, Reworks } from '../after/rework';
import { useCard } from '../data/card-context';
import styles from './card.module.css';

interface EndedBodyProps {
  readonly state: ScreenState;
  /** Opens an empty draft; nothing is stored before the first entry. */
  readonly onPrepareNext: () => void;
}

/** A closed or withdrawn handoff: its rating to the pair, and how to begin anew. */
export function EndedBody({ state, onPrepareNext }: EndedBodyProps) {
  const t = useText();
  const { card, act, busy } = useCard();
  const { ended } = card;
  if (ended === null) return null;
  const { rating, handoffId } = ended;
  return (
    <>
      {rating !== null && <RatingGiven rating={rating} />}
      <Reworks handoff={ended} />
      {state.secondaryActions.includes('recordRework') && (
        <div className={styles.links}>
          <RecordRework handoff={ended} />
        </div>
      )}
      <div className={styles.actions}>
        {state.primaryAction === 'startAgain' && (
          <Button
            appearance="primary"
            isLoading={busy === 'handoff.startAgain'}
            onClick={() => void act('handoff.startAgain', { handoffId })}
          >
            {t('handoff.startAgain')}
          </Button>
        )}
        <PrepareNext state={state} onPrepareNext={onPrepareNext} />
      </div>
    </>
  );
}

/** *Prepare next handoff*, as the one button or beside another. */
export function PrepareNext({ state, onPrepareNext }: EndedBodyProps): ReactNode {
  const t = useText();
  const isPrimary = state.primaryAction === 'prepareNext';
  if (!isPrimary && !state.secondaryActions.includes('prepareNext')) return null;
  return (
    <div>
      <Button appearance={isPrimary ? 'primary' : 'default'} onClick={onPrepareNext}>
        {t('handoff.prepareNext')}
      </Button>
    </div>
  );
}
