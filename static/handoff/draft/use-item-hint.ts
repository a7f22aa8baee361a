import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import { useText } from '../../kit/text/use-text';

/** What stands under an item: what "done" means, and why it is asked where somebody said so. Empty: neither. */
export function useItemHint({ hint, reason }: Pick<ChecklistItem, 'hint' | 'reason'>): string {
  const t = useText();
  return [hint, ...(reason === undefined ? [] : [t('handoff.item.why', { reason })])].filter((part) => part !== '').join(' ');
}
