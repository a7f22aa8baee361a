import type { ReviewView } from '../../../src/contract/review';
import type { ReviewWords } from '../../../src/domain/review/review';
import { ConflictChoice } from '../../kit/feedback/conflict-choice';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { personName } from '../../kit/people/person-name';
import { useText } from '../../kit/text/use-text';
import { differingParts, partText, type Part } from './review-words';

interface ReviewConflictProps {
  readonly words: ReviewWords;
  readonly theirs: ReviewView;
  readonly onKeepMine: (theirs: ReviewView) => void;
  readonly onUseTheirs: (theirs: ReviewView) => void;
}

/** Somebody else saved or finished the review first: both states, part by part, and the choice. */
export function ReviewConflict({ words, theirs, onKeepMine, onUseTheirs }: ReviewConflictProps) {
  const t = useText();
  if (theirs.open === null) {
    const by = theirs.past[0]?.finished?.by ?? '';
    const text = t('review.conflict.finished', { name: personName(theirs.people, by, t('common.formerUser')) });
    return (
      <Strip
        tone="warning"
        announced={text}
        actions={<TextButton onClick={() => onUseTheirs(theirs)}>{t('review.conflict.show')}</TextButton>}
      >
        {text}
      </Strip>
    );
  }
  const other = theirs.open.words;
  const says = (state: ReviewWords, part: Part): string => partText(state, part) || t('review.conflict.nothing');
  return (
    <ConflictChoice
      text={t('review.conflict.saved')}
      differences={differingParts(words, other).map((part) => ({
        id: part,
        text: t('review.conflict.part', { part: t(`review.${part}`), mine: says(words, part), theirs: says(other, part) }),
      }))}
      onKeepMine={() => onKeepMine(theirs)}
      onUseTheirs={() => onUseTheirs(theirs)}
    />
  );
}
