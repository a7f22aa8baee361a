import type { FailedAllTheSame } from '../../../src/domain/review/review';
import { ChoiceList } from '../../kit/form/choice-list';
import { Fold } from '../../kit/layout/fold';
import { useText } from '../../kit/text/use-text';
import { ReviewText } from './review-text';
import styles from './review.module.css';

interface FailedFieldsProps {
  readonly failed: FailedAllTheSame | null;
  readonly problem: string | undefined;
  readonly onChange: (failed: FailedAllTheSame) => void;
}

const NOTHING: FailedAllTheSame = { cause: '', checklistGap: null, trainingGap: null };

/** A handoff that failed although everything was done as agreed: what allowed it, and two questions (S-144). Nobody can be named (S-131). */
export function FailedFields({ failed, problem, onChange }: FailedFieldsProps) {
  const t = useText();
  const said = failed ?? NOTHING;
  const answers = (['yes', 'no'] as const).map((value) => ({ value, label: t(`review.failed.${value}`) }));
  return (
    <Fold summary={<span className={styles.partTitle}>{t('review.failed')}</span>} startsOpen={failed !== null}>
      <div className={styles.stack}>
        <ReviewText
          id="review-failed"
          label={t('review.failed.cause')}
          hint={t('review.failed.causeHint')}
          value={said.cause}
          problem={problem}
          onChange={(cause) => onChange({ ...said, cause })}
        />
        {(['checklistGap', 'trainingGap'] as const).map((question) => (
          <ChoiceList
            key={question}
            legend={t(`review.failed.${question}`)}
            choices={answers}
            value={said[question]}
            onChange={(value) => onChange({ ...said, [question]: value })}
          />
        ))}
      </div>
    </Fold>
  );
}
