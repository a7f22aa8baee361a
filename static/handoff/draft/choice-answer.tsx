import Checkbox from '@atlaskit/checkbox';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import type { ChecklistItem, ItemChoice } from '../../../src/domain/type/handoff-type';
import styles from './draft.module.css';
import type { DraftField } from './use-field';

interface ChoiceAnswerProps {
  readonly item: ChecklistItem;
  readonly field: DraftField;
  readonly answer: ItemAnswer | null;
  readonly controlId: string;
  /** Id of the item's title on the page. */
  readonly titleId: string;
}

/** The options of an item; "none of these" takes the others back, and each of them takes it back. */
export function ChoiceAnswer({ item, field, answer, controlId, titleId }: ChoiceAnswerProps) {
  const choices = item.choices ?? [];
  const ids = answer?.kind === 'choice' ? answer.chosen.map(({ id }) => id) : [];
  const choose = (choice: ItemChoice, isChosen: boolean): void => {
    const isAlone = item.several !== true || choice.none === true;
    const others = choices.filter(({ id, none }) => ids.includes(id) && id !== choice.id && !isAlone && none !== true);
    const all = choices.filter((each) => others.includes(each) || (each === choice && isChosen));
    field.put(all.length === 0 ? null : { kind: 'choice', chosen: all.map(({ id, name }) => ({ id, name })) }, 'soon');
  };
  return (
    <div role={item.several === true ? 'group' : 'radiogroup'} aria-labelledby={titleId} className={styles.options}>
      {choices.map((choice) =>
        item.several === true ? (
          <Checkbox
            key={choice.id}
            label={choice.name}
            isChecked={ids.includes(choice.id)}
            onChange={(event) => choose(choice, event.currentTarget.checked)}
          />
        ) : (
          <label key={choice.id} className={styles.option}>
            <input type="radio" name={controlId} checked={ids.includes(choice.id)} onChange={() => choose(choice, true)} />
            <span>{choice.name}</span>
          </label>
        ),
      )}
    </div>
  );
}
