import type { ChampionHome } from '../../src/contract/playbook';
import { useText } from '../kit/text/use-text';
import styles from './playbook.module.css';

/** Ratings a month needs before any of them is shown (design decision 11). */
const RATINGS_SHOWN_FROM = 5;

/** The type's month in three numbers: how many, accepted first time, most missed. Of ratings it says no more than how many there are. */
export function ChampionMonth({ month }: { readonly month: ChampionHome['month'] }) {
  const t = useText();
  const { handoffs, decided, acceptedFirstTime, mostMissed, ratings } = month;
  if (handoffs === 0) return <p className={styles.quiet}>{t('playbook.home.noHandoffs')}</p>;
  return (
    <p>
      {t('project.month.title')}: {t('project.month.handoffs', { count: handoffs })}{' '}
      {decided > 0 && t('project.month.firstTime', { count: decided, accepted: acceptedFirstTime })}{' '}
      {mostMissed !== null && t('playbook.home.missed', { title: mostMissed.title, count: mostMissed.times })}{' '}
      {ratings.count > 0 &&
        ratings.count < RATINGS_SHOWN_FROM &&
        t('project.month.ratingsHidden', { count: ratings.count, from: RATINGS_SHOWN_FROM })}
    </p>
  );
}
