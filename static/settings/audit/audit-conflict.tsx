import type { AuditView } from '../../../src/contract/audit';
import { QUESTION_IDS } from '../../../src/domain/ten-questions/question';
import { ConflictChoice } from '../../kit/feedback/conflict-choice';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import { differencesOf, draftOf, itemsOf, saysOf, type AuditDraft } from './audit-draft';

interface AuditConflictProps {
  readonly draft: AuditDraft;
  readonly theirs: AuditView;
  readonly onKeepMine: (theirs: AuditView) => void;
  readonly onUseTheirs: (theirs: AuditView) => void;
}

/** Somebody else saved or finished the audit first: both states, question by question, and the choice. */
export function AuditConflict({ draft, theirs, onKeepMine, onUseTheirs }: AuditConflictProps) {
  const t = useText();
  const { locale } = useSurface();
  const unknown = t('common.formerUser');
  const name = theirs.savedBy === null ? unknown : personName(theirs.people, theirs.savedBy, unknown);
  const isFinished = theirs.runs[0]?.finished.at !== draft.base.runs[0]?.finished.at;
  const text = t(isFinished ? 'audit.conflict.finished' : 'audit.conflict.saved', { name });
  const says = (state: AuditDraft, questionId: (typeof QUESTION_IDS)[number]): string => {
    const item = itemsOf(state).find((each) => each.questionId === questionId);
    const answered = t(`audit.says.${saysOf(state, questionId) ?? 'nothing'}`);
    if (item === undefined) return answered;
    const people = { ...theirs.people, ...state.base.people };
    const parts = [answered, personName(people, item.ownerId, unknown), formatDay(item.dueOn, locale), item.note];
    return parts.filter((part) => part !== '').join(', ');
  };
  const other = draftOf(theirs);
  const differences = isFinished ? [] : differencesOf(draft, theirs);
  return (
    <ConflictChoice
      text={text}
      differences={differences.map((id) => ({
        id,
        text: t('audit.conflict.question', { number: QUESTION_IDS.indexOf(id) + 1, mine: says(draft, id), theirs: says(other, id) }),
      }))}
      onKeepMine={() => onKeepMine(theirs)}
      onUseTheirs={() => onUseTheirs(theirs)}
    />
  );
}
