import type { ReactNode } from 'react';
import type { NamedChoice, TypeDraft } from '../../src/contract/settings';
import Checkbox from '@atlaskit/checkbox';
import { ChoiceList } from '../kit/form/choice-list';
import { Fold } from '../kit/layout/fold';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { NoteEditor } from './note-editor';
import type { ProblemOf } from './problem-texts';
import styles from './type-editor.module.css';

interface MoreSettingsProps {
  readonly draft: TypeDraft;
  readonly workItemTypes: readonly NamedChoice[];
  readonly problemOf: ProblemOf;
  readonly onChange: (draft: TypeDraft) => void;
}

/** What few change, folded by purpose; each fold says what is set without being opened. */
export function MoreSettings({ draft, workItemTypes, problemOf, onChange }: MoreSettingsProps) {
  const t = useText();
  const { notePrompts, nextStepRequired, workItemTypeIds } = draft;
  const required = notePrompts.filter((prompt) => prompt.required).length;
  const hasNoteProblem = notePrompts.some(({ sectionId }) => problemOf(fieldIds.promptTitle(sectionId)) !== undefined);
  return (
    <>
      <Fold
        summary={
          <FoldSummary name={t('settings.form.note')} facts={t('settings.form.noteSummary', { count: notePrompts.length, required })} />
        }
        startsOpen={hasNoteProblem}
      >
        <NoteEditor draft={draft} problemOf={problemOf} onChange={onChange} />
      </Fold>
      <Fold
        summary={
          <FoldSummary
            name={t('settings.form.accepting')}
            facts={t(`settings.form.acceptingSummary.${nextStepRequired ? 'nextStep' : 'plain'}`)}
          />
        }
      >
        <AcceptingFields draft={draft} onChange={onChange} />
      </Fold>
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

/** A fold's name and, beside it, what is set inside. */
export function FoldSummary({ name, facts }: { readonly name: ReactNode; readonly facts?: ReactNode }) {
  return (
    <>
      <span className={styles.foldName}>{name}</span>
      {facts !== undefined && <span className={styles.foldFacts}>{facts}</span>}
    </>
  );
}

function AcceptingFields({ draft, onChange }: { readonly draft: TypeDraft; readonly onChange: (draft: TypeDraft) => void }) {
  const t = useText();
  return (
    <div className={styles.stack}>
      <div>
        <Checkbox
          label={t('settings.accepting.nextStep')}
          isChecked={draft.nextStepRequired}
          onChange={(event) => onChange({ ...draft, nextStepRequired: event.currentTarget.checked })}
        />
        <p className={styles.checkboxHint}>{t('settings.accepting.nextStepHint')}</p>
        <Checkbox
          label={t('settings.accepting.assigns')}
          isChecked={draft.acceptAssigns}
          onChange={(event) => onChange({ ...draft, acceptAssigns: event.currentTarget.checked })}
        />
      </div>
      <ChoiceList
        legend={<span className={styles.foldName}>{t('settings.accepting.opensAt')}</span>}
        choices={(['offer', 'acceptance'] as const).map((value) => ({ value, label: t(`settings.accepting.opensAt.${value}`) }))}
        value={draft.opensAt}
        onChange={(opensAt) => onChange({ ...draft, opensAt })}
      />
    </div>
  );
}
