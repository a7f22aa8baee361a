import type { RefObject } from 'react';
import Lozenge from '@atlaskit/lozenge';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { useText } from '../../kit/text/use-text';
import { useMomentText } from '../../kit/time/use-moment-text';
import { useNow } from '../../kit/time/use-now';
import { useCard, useNames } from '../data/card-context';
import styles from './card.module.css';
import { lozengeOf } from './lozenge-of';
import { PartiesLine } from './parties-line';
import { statusSentence } from './status-line';

/** State and route, for example *Draft · In Development → In QA*. */
export function RouteLine({ state }: { readonly state: ScreenState }) {
  const t = useText();
  const { card } = useCard();
  const lozenge = lozengeOf(card, state.row);
  return (
    <span className={styles.route}>
      <Lozenge appearance={lozenge.appearance}>{t(lozenge.key)}</Lozenge>
      <span className={styles.way}>
        {card.fromStatusNames.join(', ')} <span aria-label={t('handoff.arrow')}>→</span> {card.toStatusName}
      </span>
    </span>
  );
}

/** The status sentence in words; empty where the row says it itself. */
export function useStatusText(state: ScreenState): string {
  const t = useText();
  const moment = useMomentText();
  const now = useNow(10_000);
  const { card, screen } = useCard();
  const { person } = useNames();
  const sentence = statusSentence({ row: state.row, card, viewerId: screen.viewer.accountId, now, person, moment });
  return sentence === null ? '' : t(sentence.key, sentence.vars);
}

interface TopLineProps {
  readonly state: ScreenState;
  readonly showsRoute: boolean;
  /** Takes the focus when the row changed under the reader. */
  readonly topRef: RefObject<HTMLElement>;
}

/** What stands on top of every card: state, route, from, to, and who has it since when. Where it folds, its summary has all but the names. */
export function TopLine({ state, showsRoute, topRef }: TopLineProps) {
  const status = useStatusText(state);
  return (
    <header className={styles.top} ref={topRef} tabIndex={-1}>
      {showsRoute && <RouteLine state={state} />}
      <PartiesLine state={state} />
      {showsRoute && status !== '' && <p className={styles.status}>{status}</p>}
    </header>
  );
}
