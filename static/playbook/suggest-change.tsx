import { useId, useLayoutEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import type { ChampionHome, PlaybookPage } from '../../src/contract/playbook';
import type { ChecklistItem } from '../../src/domain/type/handoff-type';
import { MAX_NOTE_LENGTH } from '../../src/domain/type/published-type';
import { call } from '../kit/bridge/call';
import { newCommandId } from '../kit/bridge/command-id';
import { announce } from '../kit/feedback/announce';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { describedBy, FormField } from '../kit/form/form-field';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import styles from './playbook.module.css';
import { SuggestedItem, titleId } from './suggested-item';

/** Items a type has at most. */
const MAX_ITEMS = 50;

interface SuggestChangeProps {
  readonly page: PlaybookPage;
  readonly home: ChampionHome;
  readonly onSaved: (home: ChampionHome) => void;
  /** It was not saved: somebody may have kept another draft meanwhile, which the next suggestion begins with. */
  readonly onReload: () => void;
  readonly onLeave: () => void;
}

/** Edits the checklist into a draft for an admin (S-106); it begins with the draft that waits already, so that nothing in it is lost. */
export default function SuggestChange({ page, home, onSaved, onReload, onLeave }: SuggestChangeProps) {
  const t = useText();
  // What is edited belongs to the draft it began with, whatever the page learns meanwhile.
  const [{ draft: begunWith, draftVersion }] = useState(home);
  const noteId = useId();
  const add = useRef<HTMLButtonElement>(null);
  const [items, setItems] = useState<readonly ChecklistItem[]>(begunWith?.draft.items ?? page.type.items);
  const [note, setNote] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [state, setState] = useState<{ readonly isSaving: boolean; readonly error: unknown }>({ isSaving: false, error: null });
  const focusNext = useRef<string | null>(titleId(items[0]?.itemId ?? ''));
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const noteProblem = isChecked && note.trim() === '' ? t('playbook.suggest.noteMissing') : undefined;
  const save = async (): Promise<void> => {
    setIsChecked(true);
    const nameless = items.find(({ title }) => title.trim() === '');
    const missing = nameless === undefined ? (note.trim() === '' ? noteId : null) : titleId(nameless.itemId);
    if (missing !== null) {
      document.getElementById(missing)?.focus();
      return;
    }
    setState({ isSaving: true, error: null });
    const target = { projectKey: page.project.key, typeId: page.type.typeId, version: draftVersion };
    try {
      onSaved(await call('playbook.saveDraft', { ...target, items: [...items], note: note.trim() }));
    } catch (error) {
      setState({ isSaving: false, error });
      onReload();
    }
  };
  return (
    <div role="group" aria-label={t('playbook.suggest.open')} className={styles.part}>
      <p className={styles.quiet}>{t(begunWith === null ? 'playbook.suggest.intro' : 'playbook.suggest.onDraft')}</p>
      {begunWith !== null && begunWith.basedOn < page.type.version && (
        <p>{t('playbook.suggest.outdated', { version: page.type.version })}</p>
      )}
      {items.map((item) => (
        <SuggestedItem
          key={item.itemId}
          item={item}
          isChecked={isChecked}
          onChange={(changed) => setItems(items.map((one) => (one.itemId === changed.itemId ? changed : one)))}
          onRemove={
            items.length === 1
              ? null
              : () => {
                  add.current?.focus();
                  setItems(items.filter(({ itemId }) => itemId !== item.itemId));
                  announce(t('playbook.suggest.removed', { title: item.title }));
                }
          }
        />
      ))}
      {items.length < MAX_ITEMS && (
        <div>
          <TextButton
            ref={add}
            onClick={() => {
              const item = blankItem();
              focusNext.current = titleId(item.itemId);
              setItems([...items, item]);
            }}
          >
            {t('playbook.suggest.add')}
          </TextButton>
        </div>
      )}
      <FormField id={noteId} label={t('playbook.suggest.note')} problem={noteProblem}>
        <Textfield
          id={noteId}
          value={note}
          maxLength={MAX_NOTE_LENGTH}
          isInvalid={noteProblem !== undefined}
          {...describedBy(noteId, { problem: noteProblem })}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </FormField>
      <ErrorStrip error={state.error} />
      <div className={styles.row}>
        <Button appearance="primary" isLoading={state.isSaving} onClick={() => void save()}>
          {t('playbook.suggest.save')}
        </Button>
        <TextButton onClick={onLeave}>{t('common.cancel')}</TextButton>
      </div>
    </div>
  );
}

function blankItem(): ChecklistItem {
  const words = { allowNoneKnown: false, allowInDescription: false };
  return { itemId: newCommandId(), title: '', hint: '', kind: 'tick', required: false, ...words, fieldId: null };
}
