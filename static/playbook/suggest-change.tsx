import { useId, useLayoutEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import type { ChampionHome, PlaybookPage } from '../../src/contract/playbook';
import type { ChecklistItem } from '../../src/domain/type/handoff-type';
import { MAX_NOTE_LENGTH } from '../../src/domain/type/published-type';
import { call } from '../kit/bridge/call';
import { CallFailure } from '../kit/bridge/call-failure';
import { newCommandId } from '../kit/bridge/command-id';
import { announce } from '../kit/feedback/announce';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { describedBy, FormField } from '../kit/form/form-field';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import styles from './playbook.module.css';
import { SuggestedItem, titleId } from './suggested-item';
import { checklistOf, SuggestionConflict, type StandsNow } from './suggestion-conflict';

/** Items a type has at most. */
const MAX_ITEMS = 50;

/** How far saving has come; `overtaken`: somebody else saved, published or discarded first. */
type SaveState =
  | { readonly phase: 'editing' | 'saving' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'overtaken'; readonly theirs: StandsNow };

interface SuggestChangeProps {
  readonly page: PlaybookPage;
  readonly home: ChampionHome;
  readonly onSaved: (home: ChampionHome) => void;
  /** What stands now, once somebody else was first. */
  readonly onOvertaken: (now: StandsNow) => void;
  readonly onLeave: () => void;
}

/** Edits the checklist into a draft for an admin (S-106); it begins with the draft that waits already, so that nothing in it is lost. */
export default function SuggestChange({ page, home, onSaved, onOvertaken, onLeave }: SuggestChangeProps) {
  const t = useText();
  // What is edited belongs to what it began with, whatever the page learns meanwhile.
  const [base, setBase] = useState<StandsNow>({ page, home });
  const begunWith = base.home.draft;
  const noteId = useId();
  const add = useRef<HTMLButtonElement>(null);
  const [items, setItems] = useState<readonly ChecklistItem[]>(checklistOf(base));
  const [note, setNote] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [state, setState] = useState<SaveState>({ phase: 'editing' });
  const focusNext = useRef<string | null>(titleId(items[0]?.itemId ?? ''));
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const noteProblem = isChecked && note.trim() === '' ? t('playbook.suggest.noteMissing') : undefined;
  const save = async (over: StandsNow): Promise<void> => {
    setIsChecked(true);
    const nameless = items.find(({ title }) => title.trim() === '');
    const missing = nameless === undefined ? (note.trim() === '' ? noteId : null) : titleId(nameless.itemId);
    if (missing !== null) {
      document.getElementById(missing)?.focus();
      return;
    }
    setState({ phase: 'saving' });
    const target = { projectKey: page.project.key, typeId: page.type.typeId };
    const { draft, draftVersion: version } = over.home;
    const basedOn = draft?.basedOn ?? over.page.type.version;
    try {
      onSaved(await call('playbook.saveDraft', { ...target, version, basedOn, items: [...items], note: note.trim() }));
    } catch (error) {
      const after = await afterFailure(error, target);
      setState(after);
      if (after.phase === 'overtaken') onOvertaken(after.theirs);
    }
  };
  return (
    <div role="group" aria-label={t('playbook.suggest.open')} className={styles.part}>
      <p className={styles.quiet}>{t(begunWith === null ? 'playbook.suggest.intro' : 'playbook.suggest.onDraft')}</p>
      {begunWith !== null && begunWith.basedOn < base.page.type.version && (
        <p>{t('playbook.suggest.outdated', { version: base.page.type.version })}</p>
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
      {state.phase === 'failed' && <ErrorStrip error={state.error} />}
      {state.phase === 'overtaken' && (
        <SuggestionConflict
          mine={items}
          theirs={state.theirs}
          onKeepMine={() => {
            setBase(state.theirs);
            void save(state.theirs);
          }}
          onUseTheirs={() => {
            setBase(state.theirs);
            const theirs = checklistOf(state.theirs);
            setItems(theirs);
            setState({ phase: 'editing' });
            focusNext.current = titleId(theirs[0]?.itemId ?? '');
          }}
        />
      )}
      <div className={styles.row}>
        {state.phase !== 'overtaken' && (
          <Button appearance="primary" isLoading={state.phase === 'saving'} onClick={() => void save(base)}>
            {t('playbook.suggest.save')}
          </Button>
        )}
        <TextButton onClick={onLeave}>{t('common.cancel')}</TextButton>
      </div>
    </div>
  );
}

/** After a lost race what stands now, so that both sides can be shown. */
async function afterFailure(error: unknown, target: { readonly projectKey: string; readonly typeId: string }): Promise<SaveState> {
  if (CallFailure.of(error).code !== 'CONFIG_CONFLICT') return { phase: 'failed', error };
  try {
    const [page, home] = await Promise.all([call('playbook.page', target), call('playbook.home', target)]);
    return { phase: 'overtaken', theirs: { page, home } };
  } catch (readError) {
    return { phase: 'failed', error: readError };
  }
}

function blankItem(): ChecklistItem {
  const words = { allowNoneKnown: false, allowInDescription: false };
  return { itemId: newCommandId(), title: '', hint: '', kind: 'tick', required: false, ...words, fieldId: null };
}
