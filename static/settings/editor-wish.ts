import { useEffect } from 'react';
import type { TypeDraft } from '../../src/contract/settings';
import { newCommandId } from '../kit/bridge/command-id';
import { announce } from '../kit/feedback/announce';
import { useText } from '../kit/text/use-text';
import { blankItem, MAX_ITEMS, withOptions } from './type-draft';

/** Something another section of the settings wants added to a type; the editor shows it unsaved. */
export interface EditorWish {
  /** An optional attachment with this title, or the words the receiver reads back to (S-032). */
  readonly kind: 'item' | 'readback';
  readonly typeId: string;
  readonly text: string;
}

/** Opens the editor of the wish's type with it. */
export type MakeWish = (wish: EditorWish) => void;

/** A wish on its way to the editor of its type. */
export interface PendingWish {
  /** Null: none is open. */
  readonly wish: EditorWish | null;
  readonly onGranted: () => void;
}

/** Nothing is wished for. */
export const NO_WISH: PendingWish = { wish: null, onGranted: () => undefined };

/** The draft with what was wished for; an item more than there may be is left out. */
export function grantWish(draft: TypeDraft, { kind, text }: EditorWish, newId: () => string): TypeDraft {
  if (kind === 'readback') return withOptions(draft, { readbackPrompt: text });
  if (draft.items.length >= MAX_ITEMS) return draft;
  return { ...draft, items: [...draft.items, { ...blankItem(newId()), title: text, kind: 'attachment', required: false }] };
}

/** Puts a wish for this type into its editor, once, and says so. */
export function useWish(typeId: string | null, { wish, onGranted }: PendingWish, draft: TypeDraft, edit: (draft: TypeDraft) => void): void {
  const t = useText();
  useEffect(() => {
    if (wish === null || wish.typeId !== typeId) return;
    edit(grantWish(draft, wish, newCommandId));
    announce(t(wish.kind === 'item' ? 'settings.wish.item' : 'settings.wish.readback', { text: wish.text }));
    onGranted();
  }, [wish, typeId, draft, edit, onGranted, t]);
}
