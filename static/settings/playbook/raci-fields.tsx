import { useState } from 'react';
import Cross from '@atlaskit/icon/core/cross';
import type { SettingsView } from '../../../src/contract/settings';
import { RACI_CELLS, type RaciCell } from '../../../src/domain/type/check-guide';
import type { RaciEntry, RaciR } from '../../../src/domain/type/guide';
import form from '../../kit/layout/form-layout.module.css';
import { useOpener } from '../../kit/layout/use-opener';
import { TextButton } from '../../kit/layout/text-button';
import { entryName } from '../../kit/people/entry-name';
import { useText } from '../../kit/text/use-text';
import { IconAction } from '../icon-action';
import styles from './playbook-section.module.css';
import { RaciEntryForm } from './raci-entry-form';

interface RaciFieldsProps {
  readonly idOf: (name: string) => string;
  readonly raciR: RaciR;
  readonly settings: SettingsView;
  readonly people: SettingsView['people'];
  readonly onChange: (raciR: RaciR) => void;
}

/** Most entries of a cell. */
const MAX_ENTRIES = 10;

/** Who does what in this handoff (S-034): five cells, each said in words, each with people, roles, groups, fields or anything else. */
export function RaciFields({ idOf, raciR, settings, people, onChange }: RaciFieldsProps) {
  const t = useText();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const known = (entry: RaciEntry): string =>
    (entry.kind === 'person' ? names[entry.accountId] : undefined) ?? entryName(entry, people, t('common.formerUser'));
  return (
    <div className={form.stack}>
      <p className={styles.quiet}>{t('settings.guide.raciIntro')}</p>
      {RACI_CELLS.map((cell) => (
        <RaciCellFields
          key={cell}
          id={idOf(cell)}
          cell={cell}
          entries={raciR[cell]}
          nameOf={known}
          settings={settings}
          onFound={(accountId, name) => setNames((before) => ({ ...before, [accountId]: name }))}
          onChange={(entries) => onChange({ ...raciR, [cell]: entries })}
        />
      ))}
    </div>
  );
}

interface RaciCellProps {
  readonly id: string;
  readonly cell: RaciCell;
  readonly entries: readonly RaciEntry[];
  readonly nameOf: (entry: RaciEntry) => string;
  readonly settings: SettingsView;
  readonly onFound: (accountId: string, name: string) => void;
  readonly onChange: (entries: readonly RaciEntry[]) => void;
}

function RaciCellFields({ id, cell, entries, nameOf, settings, onFound, onChange }: RaciCellProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useOpener(isOpen);
  const title = t(`playbook.raci.${cell}`);
  return (
    <div role="group" aria-labelledby={`${id}-name`} aria-describedby={`${id}-text`} className={styles.cell}>
      <span id={`${id}-name`} className={styles.cellName}>
        {title}
      </span>
      <span id={`${id}-text`} className={styles.quiet}>
        {t(`settings.guide.raci.${cell}`)}
      </span>
      {entries.length > 0 && (
        <ul className={styles.entries}>
          {entries.map((entry) => (
            <li key={JSON.stringify(entry)} className={styles.entry}>
              {nameOf(entry)}
              <IconAction
                icon={Cross}
                label={t('settings.guide.removeEntry', { name: nameOf(entry), cell: title })}
                onClick={() => onChange(entries.filter((each) => each !== entry))}
              />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <RaciEntryForm
          id={id}
          settings={settings}
          onCancel={() => setIsOpen(false)}
          onPicked={(entry, name) => {
            if (entry.kind === 'person') onFound(entry.accountId, name);
            const isNew = !entries.some((each) => JSON.stringify(each) === JSON.stringify(entry));
            if (isNew) onChange([...entries, entry]);
            setIsOpen(false);
          }}
        />
      ) : (
        entries.length < MAX_ENTRIES && (
          <div>
            <TextButton ref={opener} label={t('settings.guide.addEntryTo', { cell: title })} onClick={() => setIsOpen(true)}>
              {t('settings.guide.addEntry')}
            </TextButton>
          </div>
        )
      )}
    </div>
  );
}
