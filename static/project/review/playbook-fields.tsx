import type { ReviewView } from '../../../src/contract/review';
import { isPlaybookUpdated } from '../../../src/domain/review/change-review';
import type { PlaybookAnswer, Review } from '../../../src/domain/review/review';
import { ChoiceList } from '../../kit/form/choice-list';
import { useText } from '../../kit/text/use-text';
import { ReviewText } from './review-text';
import styles from './review.module.css';

interface PlaybookFieldsProps {
  readonly view: ReviewView;
  readonly open: Review;
  readonly playbook: PlaybookAnswer | null;
  readonly problem: string | undefined;
  readonly onChange: (playbook: PlaybookAnswer) => void;
}

/** What became of the playbook page (S-102): *updated* can be said once it was, else why nothing had to change. */
export function PlaybookFields({ view, open, playbook, problem, onChange }: PlaybookFieldsProps) {
  const t = useText();
  const isUpdated = isPlaybookUpdated(open, { guideVersion: view.guideVersion, typeVersion: view.type.version });
  const why = playbook?.kind === 'noChange' ? playbook.why : '';
  const text = (
    <ReviewText
      id="review-playbook"
      label={t('review.playbook.why')}
      value={why}
      maxLength={300}
      problem={problem}
      onChange={(said) => onChange({ kind: 'noChange', why: said })}
    />
  );
  return (
    <section className={styles.part}>
      <h4 className={styles.partTitle}>{t('review.playbook')}</h4>
      {isUpdated ? (
        <ChoiceList
          legend={t('review.playbook.changed')}
          choices={(['updated', 'noChange'] as const).map((value) => ({ value, label: t(`review.playbook.${value}`) }))}
          value={playbook?.kind ?? null}
          {...(playbook === null ? { id: 'review-playbook' } : {})}
          onChange={(kind) => onChange(kind === 'updated' ? { kind } : { kind, why })}
          nested={playbook?.kind === 'noChange' ? text : null}
        />
      ) : (
        <>
          <p className={styles.subtle}>{t('review.playbook.unchanged')}</p>
          {text}
        </>
      )}
      {isUpdated && problem !== undefined && playbook === null && <p className={styles.problem}>{problem}</p>}
    </section>
  );
}
