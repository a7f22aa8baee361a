import { useLayoutEffect, useRef, useState } from 'react';
import type { TypeDraft } from '../../src/contract/settings';
import { newCommandId } from '../kit/bridge/command-id';
import { announce } from '../kit/feedback/announce';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { blankItem, dropIndex, moved, withoutItem } from './type-draft';
import type { DropEdge } from './use-item-drag';

/** Adding, removing and moving checklist items, each said aloud; the focus stays with what was moved or added. */
export function useItems(draft: TypeDraft, onChange: (draft: TypeDraft) => void, startItemId: string | null) {
  const t = useText();
  const [openId, setOpenId] = useState(startItemId);
  const focusNext = useRef<string | null>(startItemId === null ? null : fieldIds.itemTitle(startItemId));
  const isMove = useRef(false);
  const titleOf = (title: string): string => (title.trim() === '' ? t('settings.item.untitled') : title);

  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const element = document.getElementById(focusNext.current);
    focusNext.current = null;
    element?.focus();
    // A moved item stays under the reader's eyes; only what a link or a press brings into being is fetched to the middle.
    element?.scrollIntoView({ block: isMove.current ? 'nearest' : 'center' });
    isMove.current = false;
  });

  const move = (itemId: string, to: number, focusId: string | null = null): void => {
    const from = draft.items.findIndex((item) => item.itemId === itemId);
    const items = moved(draft.items, from, to);
    if (items === draft.items) return;
    focusNext.current = focusId;
    isMove.current = focusId !== null;
    onChange({ ...draft, items });
    announce(t('settings.item.moved', { title: titleOf(draft.items[from]?.title ?? ''), place: to + 1, all: items.length }));
  };

  return {
    openId,
    toggle: (itemId: string) => setOpenId((open) => (open === itemId ? null : itemId)),
    move,
    drop: (draggedId: string, ontoId: string, edge: DropEdge) => {
      const place = (itemId: string): number => draft.items.findIndex((item) => item.itemId === itemId);
      move(draggedId, dropIndex(place(draggedId), place(ontoId), edge));
    },
    add: () => {
      const item = blankItem(newCommandId());
      setOpenId(item.itemId);
      focusNext.current = fieldIds.itemTitle(item.itemId);
      onChange({ ...draft, items: [...draft.items, item] });
      announce(t('settings.item.added'));
    },
    remove: (itemId: string, title: string) => {
      focusNext.current = fieldIds.addItem;
      onChange(withoutItem(draft, itemId));
      announce(t('settings.item.removed', { title: titleOf(title) }));
    },
  };
}
