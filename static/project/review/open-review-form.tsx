import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ReviewView } from '../../../src/contract/review';
import type { Review } from '../../../src/domain/review/review';
import type { ReviewStanding } from '../../../src/domain/review/review-due';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useLeaveWarning } from '../../kit/layout/use-leave-warning';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import { DecisionFields } from './decision-fields';
import { FailedFields } from './failed-fields';
import { PlaybookFields } from './playbook-fields';
import { ReviewConflict } from './review-conflict';
import { ReviewHead } from './review-head';
import { PromptList, PROMPTS } from './review-lists';
import { ReviewText } from './review-text';
import actionBar from '../../kit/layout/action-bar.module.css';
import styles from './review.module.css';
import { useOpenReview } from './use-review';

interface OpenReviewFormProps {
  readonly view: ReviewView;
  readonly open: Review;
  readonly due: ReviewStanding['due'];
  readonly show: (view: ReviewView) => void;
}

/** The review under way, for who may write into it. */
export function OpenReviewForm({ view, open, due, show }: OpenReviewFormProps) {
  const t = useText();
  const { locale } = useSurface();
  const { words, phase, isDirty, left, edit, save, finish, keepMine, useTheirs } = useOpenReview(view, open, show);
  const [hasTried, setTried] = useState(false);
  useLeaveWarning(isDirty);
  const tryFinish = (): void => {
    setTried(true);
    const [first] = left;
    if (first === undefined) return void finish();
    announce(t(`review.left.${first}`));
    document.getElementById(`review-${first}`)?.focus();
  };
  const problemOf = (part: (typeof left)[number]): string | undefined =>
    hasTried && left.includes(part) ? t(`review.left.${part}`) : undefined;
  return (
    <>
      {due?.isOverdue === true && <Strip tone="warning">{t('review.overdue', { day: formatDay(due.dueOn, locale) })}</Strip>}
      <ReviewHead review={open} view={view} />
      {PROMPTS.map((prompt) => (
        <section key={prompt} className={styles.part}>
          <h4 className={styles.partTitle}>{t(`review.${prompt}`)}</h4>
          <PromptList prompt={prompt} lists={open.lists} handoffs={view.handoffs} />
          <ReviewText
            id={`review-${prompt}`}
            label={t(`review.${prompt}.say`)}
            value={words[prompt]}
            onChange={(value) => edit({ [prompt]: value })}
          />
        </section>
      ))}
      {open.signals.length > 0 && (
        <section className={styles.part}>
          <h4 className={styles.partTitle}>{t('review.finding')}</h4>
          <ReviewText
            id="review-finding"
            label={t('review.finding.say')}
            value={words.finding}
            problem={problemOf('finding')}
            onChange={(finding) => edit({ finding })}
          />
        </section>
      )}
      <FailedFields failed={words.failed} problem={problemOf('failed')} onChange={(failed) => edit({ failed })} />
      <DecisionFields view={view} open={open} decisions={words.decisions} onChange={(decisions) => edit({ decisions })} />
      <PlaybookFields
        view={view}
        open={open}
        playbook={words.playbook}
        problem={problemOf('playbook')}
        onChange={(playbook) => edit({ playbook })}
      />
      <div className={actionBar.bar}>
        {phase.kind === 'conflict' && (
          <ReviewConflict words={words} theirs={phase.theirs} onKeepMine={(theirs) => void keepMine(theirs)} onUseTheirs={useTheirs} />
        )}
        {phase.kind === 'failed' && <ErrorStrip error={phase.error} />}
        {phase.kind === 'saved' && !isDirty && <Strip tone="success">{t('review.saved')}</Strip>}
        <div className={actionBar.actions}>
          {phase.kind !== 'conflict' && (
            <Button appearance="primary" isLoading={phase.kind === 'busy'} onClick={tryFinish}>
              {t('review.done')}
            </Button>
          )}
          {isDirty && phase.kind !== 'busy' && phase.kind !== 'conflict' && (
            <TextButton onClick={() => void save()}>{t('review.save')}</TextButton>
          )}
        </div>
      </div>
    </>
  );
}
