import type { HealthMonth } from '../../../src/contract/health';
import { headingsOf } from './headings';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

/** Spread, speed and errors: the three headings everything below belongs to (S-014). */
export function HeadingCards({ month }: { readonly month: HealthMonth }) {
  const say = useSay();
  return (
    <div className={styles.cards}>
      {headingsOf(say, month).map(({ id, value, n }) => (
        <section key={id} className={styles.card}>
          <h3 className={styles.subtitle}>{say.t(`health.heading.${id}`)}</h3>
          <p className={styles.value}>{value}</p>
          <p className={styles.quiet}>{say.t(`health.heading.${id}.counts`, { count: n })}</p>
        </section>
      ))}
    </div>
  );
}
