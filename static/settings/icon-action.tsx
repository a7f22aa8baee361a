import type { ComponentType } from 'react';
import styles from './items-editor.module.css';

interface IconActionProps {
  readonly id?: string;
  readonly icon: ComponentType<{ label: string; color?: 'currentColor' }>;
  readonly label: string;
  /** Stays focusable while it can do nothing, so that the keyboard keeps its place. */
  readonly isOff?: boolean;
  readonly onClick: () => void;
}

/** A small button that is only an icon; its label is read aloud and shows on hover. */
export function IconAction({ id, icon: Icon, label, isOff = false, onClick }: IconActionProps) {
  return (
    <button
      type="button"
      id={id}
      className={styles.iconAction}
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
    >
      <Icon label="" color="currentColor" />
    </button>
  );
}
