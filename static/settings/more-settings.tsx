import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import { NOTE_PRESETS, presetOf } from '../../src/domain/type/note-presets';
import { optionsOf } from '../../src/domain/type/type-options';
import Checkbox from '@atlaskit/checkbox';
import { Fold } from '../kit/layout/fold';
import { useText } from '../kit/text/use-text';
import { AcceptingFields } from './accepting-fields';
import { fieldIds } from './draft-problems';
import { FoldSummary } from './fold-summary';
import { NoteEditor } from './note-editor';
import { OptionFolds } from './option-folds';
import type { ProblemOf } from './problem-texts';
import styles from './type-editor.module.css';
import { useLatch } from './use-latch';

interface MoreSettingsProps {
  readonly draft: TypeDraft;
  readonly view: SettingsView;
  readonly problemOf: ProblemOf;
  readonly onChange: (draft: TypeDraft) => void;
}

/** What few change, folded by purpose; each fold says what is set without being opened. */
export function MoreSettings({ draft, view, problemOf, onChange }: MoreSettingsProps) {
  const t = useText();
  const { notePrompts, workItemTypeIds } = draft;
  const { workItemTypes, people } = view;
  const preset = NOTE_PRESETS.find(({ presetId }) => presetId === presetOf(notePrompts))?.name ?? t('settings.form.noteOwn');
  const { verificationLevel, riskAsked } = optionsOf(draft);
  const required = notePrompts.filter((prompt) => prompt.required).length;
  const noteStartsOpen = useLatch(notePrompts.some(({ sectionId }) => problemOf(fieldIds.promptTitle(sectionId)) !== undefined));
  return (
    <>
      <Fold
        summary={
          <FoldSummary
            name={t('settings.form.note')}
            facts={`${preset} · ${t('settings.form.noteSummary', { count: notePrompts.length, required })}`}
          />
        }
        startsOpen={noteStartsOpen}
      >
        <NoteEditor draft={draft} problemOf={problemOf} onChange={onChange} />
      </Fold>
      <Fold
        summary={
          <FoldSummary
            name={t('settings.form.accepting')}
            facts={t(`settings.form.acceptingSummary.${verificationLevel}${riskAsked ? '.risk' : ''}`)}
          />
        }
      >
        <AcceptingFields draft={draft} onChange={onChange} />
      </Fold>
      <OptionFolds draft={draft} people={people} statuses={view.statuses} problemOf={problemOf} onChange={onChange} />
      <Fold
        summary={
          <FoldSummary
            name={t('settings.form.workItemTypes')}
            facts={
              workItemTypeIds.length === 0
                ? t('settings.form.workItemTypesSummary.all')
                : t('settings.form.workItemTypesSummary.some', { picked: workItemTypeIds.length, all: workItemTypes.length })
            }
          />
        }
      >
        <p className={styles.intro}>{t('settings.workItemTypes.intro')}</p>
        {workItemTypes.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            isChecked={workItemTypeIds.includes(id)}
            onChange={(event) =>
              onChange({
                ...draft,
                workItemTypeIds: event.currentTarget.checked ? [...workItemTypeIds, id] : workItemTypeIds.filter((each) => each !== id),
              })
            }
          />
        ))}
      </Fold>
    </>
  );
}
