import type { ReactNode } from 'react';
import styles from './form-field.module.css';

interface FormFieldProps {
  /** Id of the control, for the label; its texts are `{id}-hint` and `{id}-problem`. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What keeps this field from being saved; undefined when nothing does. */
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}

/** A labelled control with what to enter under it, or what is wrong with it. */
export function FormField({ id, label, hint, problem, children }: FormFieldProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      {problem === undefined && hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** What a control of a {@link FormField} says about itself to assistive technology. */
export function describedBy(id: string, texts: { readonly hint?: string | undefined; readonly problem?: string | undefined }) {
  const describer = texts.problem !== undefined ? `${id}-problem` : texts.hint !== undefined ? `${id}-hint` : undefined;
  return { 'aria-describedby': describer, 'aria-invalid': texts.problem !== undefined };
}
