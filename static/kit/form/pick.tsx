import styles from './pick.module.css';

interface PickProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** One of a few, as the browser's own list: a single choice is only said. */
export function Pick({ id, label, choices, value, onChange }: PickProps) {
  if (choices.length === 1) {
    return (
      <p className={styles.pick}>
        <span className={styles.label}>{label}</span>
        <span className={styles.only}>{choices[0]?.name}</span>
      </p>
    );
  }
  return (
    <div className={styles.pick}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select id={id} className={styles.select} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}
