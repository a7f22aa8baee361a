import { Fragment, useId, type ReactNode } from 'react';
import styles from './choice-list.module.css';

/** One possible answer. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** One sentence on what it does. */
  readonly text?: string;
}

interface ChoiceListProps<Value extends string> {
  /** The question; a heading may be passed. */
  readonly legend: ReactNode;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** More to enter for the chosen answer, shown under it. */
  readonly nested?: ReactNode;
  /** Id of the first answer, for a link that leads here. */
  readonly id?: string;
}

/** One answer of a few, all in sight. Native radios: keyboard and screen readers know them. */
export function ChoiceList<Value extends string>({ legend, choices, value, onChange, nested, id }: ChoiceListProps<Value>) {
  const group = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map((choice, index) => (
        <Fragment key={choice.value}>
          <label className={styles.choice}>
            <input
              id={index === 0 ? id : undefined}
              type="radio"
              name={group}
              className={styles.input}
              checked={choice.value === value}
              aria-describedby={choice.text === undefined ? undefined : `${group}-${choice.value}`}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
            {choice.text !== undefined && (
              <span id={`${group}-${choice.value}`} className={styles.text} aria-hidden="true">
                {choice.text}
              </span>
            )}
          </label>
          {choice.value === value && nested !== undefined && nested !== null && <div className={styles.nested}>{nested}</div>}
        </Fragment>
      ))}
    </fieldset>
  );
}
