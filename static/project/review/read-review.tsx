import type { ReviewView } from '../../../src/contract/review';
import type { Review } from '../../../src/domain/review/review';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import { ReviewHead } from './review-head';
import { PromptList, PROMPTS } from './review-lists';
import styles from './review.module.css';

/** A review to be read: numbers as reviewed, what was slow, redone and missing, and what came of it. */
export function ReadReview({ review, view }: { readonly review: Review; readonly view: ReviewView }) {
  const t = useText();
  const { locale } = useSurface();
  const { words, lists } = review;
  const { failed, playbook, decisions } = words;
  const said = (text: string) => text !== '' && <p>{text}</p>;
  return (
    <div className={styles.stack}>
      <ReviewHead review={review} view={view} />
      {PROMPTS.map((prompt) => (
        <section key={prompt} className={styles.part}>
          <h4 className={styles.partTitle}>{t(`review.${prompt}`)}</h4>
          <PromptList prompt={prompt} lists={lists} handoffs={view.handoffs} />
          {said(words[prompt])}
        </section>
      ))}
      {words.finding !== '' && (
        <section className={styles.part}>
          <h4 className={styles.partTitle}>{t('review.finding')}</h4>
          {said(words.finding)}
        </section>
      )}
      {failed !== null && (
        <section className={styles.part}>
          <h4 className={styles.partTitle}>{t('review.failed')}</h4>
          {said(failed.cause)}
          {(['checklistGap', 'trainingGap'] as const).map((question) => {
            const answer = failed[question];
            return (
              answer !== null && (
                <p key={question}>
                  {t(`review.failed.${question}`)} {t(`review.failed.${answer}`)}
                </p>
              )
            );
          })}
        </section>
      )}
      <section className={styles.part}>
        <h4 className={styles.partTitle}>{t('review.decisions')}</h4>
        {decisions.length === 0 ? (
          <p className={styles.subtle}>{t('review.decisions.none')}</p>
        ) : (
          <ul className={styles.list}>
            {decisions.map(({ text, ownerId, dueOn, change, done }, index) => (
              <li key={index}>
                {text}{' '}
                <span className={styles.subtle}>
                  {t('review.decision.line', {
                    name: personName(view.people, ownerId, t('common.formerUser')),
                    day: formatDay(dueOn, locale),
                  })}
                  {change !== null && ` · ${t('review.decision.drafted')}`}
                  {done !== undefined && ` · ${t('review.decision.doneOn', { day: formatDay(done.at.slice(0, 10), locale) })}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {playbook !== null && (
        <section className={styles.part}>
          <h4 className={styles.partTitle}>{t('review.playbook')}</h4>
          <p>{playbook.kind === 'updated' ? t('review.playbook.updated') : t('review.playbook.noChangeWhy', { why: playbook.why })}</p>
        </section>
      )}
    </div>
  );
}
