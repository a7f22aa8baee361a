import type { ChampionHome, PlaybookPage } from '../../src/contract/playbook';
import type { ChecklistItem } from '../../src/domain/type/handoff-type';
import { ConflictChoice } from '../kit/feedback/conflict-choice';
import { personName } from '../kit/people/person-name';
import { useText } from '../kit/text/use-text';
import { compareChecklists } from './compare-checklists';

/** What stands now, after somebody else was first. */
export interface StandsNow {
  readonly page: PlaybookPage;
  readonly home: ChampionHome;
}

/** The checklist a suggestion begins with: the draft that waits, else what is published. */
export function checklistOf({ page, home }: StandsNow): readonly ChecklistItem[] {
  return home.draft?.draft.items ?? page.type.items;
}

interface SuggestionConflictProps {
  readonly mine: readonly ChecklistItem[];
  readonly theirs: StandsNow;
  readonly onKeepMine: () => void;
  readonly onUseTheirs: () => void;
}

/** Somebody saved another draft, published or discarded meanwhile: both checklists where they differ, and the choice. */
export function SuggestionConflict({ mine, theirs, onKeepMine, onUseTheirs }: SuggestionConflictProps) {
  const t = useText();
  const { draft, people } = theirs.home;
  const text =
    draft === null
      ? t('playbook.suggest.conflictNoDraft')
      : t('playbook.suggest.conflict', { name: personName(people, draft.savedBy, t('common.formerUser')) });
  const { items, isReordered } = compareChecklists(mine, checklistOf(theirs));
  const differences = items.map(({ id, title, mine: own, theirs: other, otherDetails }) => {
    const details = otherDetails ? `, ${t('playbook.suggest.otherDetails')}` : '';
    const words = { title, mine: itemWords(own, other, title, t), theirs: itemWords(other, own, title, t) + details };
    return { id, text: t('playbook.suggest.conflictItem', words) };
  });
  if (isReordered) differences.push({ id: 'order', text: t('playbook.suggest.otherOrder') });
  if (differences.length === 0) differences.push({ id: 'same', text: t('playbook.suggest.conflictSame') });
  return <ConflictChoice text={text} differences={differences} onKeepMine={onKeepMine} onUseTheirs={onUseTheirs} />;
}

/** One side of an item; of its hint only where the other side says something else. */
function itemWords(item: ChecklistItem | null, other: ChecklistItem | null, title: string, t: ReturnType<typeof useText>): string {
  if (item === null) return t('playbook.suggest.isAbsent');
  const required = t(item.required ? 'playbook.suggest.isRequired' : 'playbook.suggest.isOptional');
  const hint = other === null || other.hint === item.hint ? '' : `“${item.hint}”`;
  return [item.title === title ? '' : item.title, hint, required].filter((part) => part !== '').join(', ');
}
