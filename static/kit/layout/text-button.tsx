import { forwardRef, type ReactNode } from 'react';
import styles from './text-button.module.css';

interface TextButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
  /** More for screen readers where the words alone repeat on a page, for example "Change Pull request". */
  readonly label?: string;
  /** Id of what it belongs to, said after its name. */
  readonly describedBy?: string;
  readonly expanded?: boolean;
  readonly id?: string;
}

/** A secondary action that reads like a link: experience gives every state one button, all else is this. */
export const TextButton = forwardRef<HTMLButtonElement, TextButtonProps>(function TextButton(
  { onClick, children, label, describedBy, expanded, id },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      id={id}
      className={styles.button}
      onClick={onClick}
      aria-label={label}
      aria-describedby={describedBy}
      aria-expanded={expanded}
    >
      {children}
    </button>
  );
});
