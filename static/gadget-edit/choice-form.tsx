import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { GadgetProjects } from '../../src/contract/gadget';
import type { GadgetConfiguration } from '../gadget/gadget-configuration';
import { submitGadget } from '../kit/bridge/gadget';
import { Strip } from '../kit/feedback/strip';
import { useText } from '../kit/text/use-text';
import { Pick } from '../kit/form/pick';
import styles from './edit-gadget.module.css';

interface ChoiceFormProps {
  /** At least one. */
  readonly projects: GadgetProjects['projects'];
  /** What was chosen before; a project that is gone is not chosen any more. */
  readonly stored: GadgetConfiguration | null;
}

/** One project and some of its types; all of them unless told, and then also those to come. */
export function ChoiceForm({ projects, stored }: ChoiceFormProps) {
  const t = useText();
  const id = useId();
  const [projectId, setProjectId] = useState(stored?.projectId ?? projects[0]?.id);
  const [left, setLeft] = useState<ReadonlySet<string> | null>(null);
  const [problem, setProblem] = useState<'gadget.edit.none' | 'gadget.edit.failed' | null>(null);
  const project = projects.find((each) => each.id === projectId) ?? projects[0];
  if (project === undefined) return null;
  const before = project.id === stored?.projectId && stored.typeIds.length > 0 ? stored.typeIds : null;
  const leftOut =
    left ?? new Set(before === null ? [] : project.types.map(({ typeId }) => typeId).filter((each) => !before.includes(each)));
  const chosen = project.types.map(({ typeId }) => typeId).filter((typeId) => !leftOut.has(typeId));

  const toggle = (typeId: string): void => {
    setProblem(null);
    setLeft(new Set(leftOut.has(typeId) ? [...leftOut].filter((each) => each !== typeId) : [...leftOut, typeId]));
  };
  const save = async (): Promise<void> => {
    if (chosen.length === 0 && project.types.length > 0) {
      setProblem('gadget.edit.none');
      return;
    }
    try {
      await submitGadget({ projectId: project.id, typeIds: chosen.length === project.types.length ? [] : chosen });
    } catch {
      setProblem('gadget.edit.failed');
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Pick
        id={`${id}-project`}
        label={t('gadget.edit.project')}
        choices={projects}
        value={project.id}
        onChange={(chosenId) => {
          setProjectId(chosenId);
          setLeft(null);
        }}
      />
      {project.types.length > 1 && (
        <fieldset className={styles.types}>
          <legend className={styles.legend}>{t('gadget.edit.types')}</legend>
          {project.types.map(({ typeId, name }) => (
            <label key={typeId} className={styles.type}>
              <input type="checkbox" checked={!leftOut.has(typeId)} onChange={() => toggle(typeId)} />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {problem !== null && (
        <Strip tone="error" announced={t(problem)}>
          {t(problem)}
        </Strip>
      )}
      <div>
        <Button type="submit" appearance="primary">
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
