import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { AuditView } from '../../../src/contract/audit';
import { MAX_ITEM_NOTE_LENGTH } from '../../../src/contract/limits';
import type { Person } from '../../../src/contract/handoff-screen';
import type { ActionItem, ItemEdit } from '../../../src/domain/ten-questions/audit-run';
import { call } from '../../kit/bridge/call';
import { FormField } from '../../kit/form/form-field';
import { TextButton } from '../../kit/layout/text-button';
import { LazyPersonPicker } from '../../kit/people/lazy-person-picker';
import { PersonChip } from '../../kit/people/person-chip';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import styles from './audit.module.css';

interface ActionItemFieldsProps {
  readonly idPrefix: string;
  readonly item: ActionItem;
  readonly people: AuditView['people'];
  /** False: the answer is "yes" by now, and the item is kept because somebody edited it. */
  readonly isNeeded: boolean;
  readonly onEdit: (change: Partial<Omit<ItemEdit, 'questionId'>>) => void;
  readonly onDrop: () => void;
}

/** What is to be done about a "no": by whom, until when, and what exactly. */
export function ActionItemFields({ idPrefix, item, people, isNeeded, onEdit, onDrop }: ActionItemFieldsProps) {
  const t = useText();
  const [picked, setPicked] = useState<Person | null>(null);
  const action = t(`audit.action.${item.questionId}`);
  const owner = picked?.accountId === item.ownerId ? picked : (people[item.ownerId] ?? null);
  const dueId = `${idPrefix}-due`;
  const noteId = `${idPrefix}-note`;
  return (
    <div className={styles.item} role="group" aria-label={t('audit.item.title', { action })}>
      <p>{t('audit.item.title', { action })}</p>
      {!isNeeded && (
        <p className={styles.subtle}>
          {t('audit.item.kept')}{' '}
          <TextButton onClick={onDrop} label={t('audit.item.removeLabel', { action })}>
            {t('common.remove')}
          </TextButton>
        </p>
      )}
      <div className={styles.fields}>
        <Owner
          id={`${idPrefix}-owner`}
          owner={owner}
          action={action}
          onPick={(person) => {
            setPicked(person);
            onEdit({ ownerId: person.accountId });
          }}
        />
        <FormField id={dueId} label={t('audit.item.due')}>
          <Textfield
            id={dueId}
            isCompact
            type="date"
            value={item.dueOn}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value !== '') onEdit({ dueOn: value });
            }}
          />
        </FormField>
        <FormField id={noteId} label={t('audit.item.note')}>
          <Textfield
            id={noteId}
            isCompact
            maxLength={MAX_ITEM_NOTE_LENGTH}
            value={item.note}
            onChange={(event) => onEdit({ note: event.currentTarget.value })}
          />
        </FormField>
      </div>
    </div>
  );
}

interface OwnerProps {
  readonly id: string;
  readonly owner: Person | null;
  readonly action: string;
  readonly onPick: (person: Person) => void;
}

/** A name with *Change* beside it that opens a search in its place. */
function Owner({ id, owner, action, onPick }: OwnerProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useOpener(isOpen);
  return (
    <div className={styles.owner}>
      <span className={styles.label}>{t('audit.item.owner')}</span>
      {isOpen ? (
        <>
          <LazyPersonPicker
            inputId={id}
            label={t('audit.item.changeOwner', { action })}
            autoFocus
            find={async (query) => (await call('settings.findPeople', { query })).people}
            onPick={({ person }) => {
              if (person !== null) onPick(person);
              setIsOpen(false);
            }}
          />
          <TextButton onClick={() => setIsOpen(false)}>{t('common.cancel')}</TextButton>
        </>
      ) : (
        <span className={styles.ownerName}>
          <PersonChip person={owner} />
          <TextButton ref={opener} onClick={() => setIsOpen(true)} label={t('audit.item.changeOwner', { action })}>
            {t('common.change')}
          </TextButton>
        </span>
      )}
    </div>
  );
}
