import Button from '@atlaskit/button/default/button';
import Spinner from '@atlaskit/spinner';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import styles from './card.module.css';

/** Moved, but the receiver is not asked yet: it repairs itself, and after a minute can be pushed. */
export function HandingOffBody({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const { act, busy } = useCard();
  if (state.primaryAction !== 'retry') return <Spinner size="small" label={t('handoff.state.handingOff')} />;
  return (
    <div className={styles.actions}>
      <Button
        appearance="primary"
        isLoading={busy === 'handoff.retryOffer'}
        onClick={() => void act('handoff.retryOffer', { handoffId: handoff.handoffId })}
      >
        {t('handoff.retry')}
      </Button>
    </div>
  );
}
