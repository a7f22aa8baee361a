import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { Exceptions } from '../stand-in/exceptions';

/** What went wrong or needs a look, under the top line: a failed action, a notification that did not go out. */
export function Notices({ state }: { readonly state: ScreenState }) {
  const t = useText();
  const names = useNames();
  const { card, error, retry, act } = useCard();
  const { handoff, notification } = card;
  const waits = state.row === 'waitingSender' && handoff !== null && notification === 'notSent';
  return (
    <>
      <ErrorStrip error={error} {...(retry === null ? {} : { onRetry: retry })} />
      <Exceptions state={state} />
      {waits && (
        <Strip
          tone="warning"
          {...(state.secondaryActions.length > 0
            ? {
                actions: (
                  <TextButton onClick={() => void act('handoff.sendAgain', { handoffId: handoff.handoffId })}>
                    {t('handoff.sendAgain')}
                  </TextButton>
                ),
              }
            : {})}
        >
          {t('handoff.notNotified', { name: names.receiver(handoff.offer?.receiver ?? null) })}
        </Strip>
      )}
    </>
  );
}
