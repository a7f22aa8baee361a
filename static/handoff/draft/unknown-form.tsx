import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { Unknown } from '../../../src/domain/handoff/handoff';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { ChangeableParty } from '../people/party-line';
import styles from './draft.module.css';

interface UnknownFormProps {
  /** Of the item or section. */
  readonly title: string;
  readonly onSave: (unknown: Unknown) => void;
  readonly onCancel: () => void;
}

/** Asks who finds out what is not known yet, and until when (S-039); the writer and tomorrow, unless they say otherwise. */
export function UnknownForm({ title, onSave, onCancel }: UnknownFormProps) {
  const t = useText();
  const { screen } = useCard();
  const [owner, setOwner] = useState({ id: screen.viewer.accountId, name: screen.people[screen.viewer.accountId]?.displayName ?? '' });
  const [until, setUntil] = useState(tomorrow);
  const [note, setNote] = useState('');
  const save = (): void => {
    if (until !== '') onSave({ kind: 'unknown', ownerId: owner.id, until, note: note.trim() });
  };
  return (
    <form
      className={styles.open}
      aria-label={t('handoff.unknown.form', { title })}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.choices}>
        <span className={styles.hint}>{t('handoff.unknown.owner')}</span>
        <ChangeableParty
          id={`unknown-owner-${title}`}
          party={{ side: 'owner', personId: owner.id in screen.people ? owner.id : null, otherwise: owner.name }}
          label={t('handoff.unknown.changeOwner', { title })}
          onPick={({ person }) => {
            if (person !== null) setOwner({ id: person.accountId, name: person.displayName });
          }}
        />
      </div>
      <Textfield
        autoFocus
        isCompact
        type="date"
        value={until}
        aria-label={t('handoff.unknown.until', { title })}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Textfield
        isCompact
        maxLength={MAX_LINE_LENGTH}
        value={note}
        aria-label={t('handoff.unknown.note', { title })}
        placeholder={t('handoff.unknown.placeholder')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.choices}>
        <TextButton onClick={save}>{t('common.save')}</TextButton>
        <TextButton onClick={onCancel}>{t('common.cancel')}</TextButton>
      </div>
    </form>
  );
}

/** The day after today on the writer's own calendar, as `YYYY-MM-DD`. */
function tomorrow(): string {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
