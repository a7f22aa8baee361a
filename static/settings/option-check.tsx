import Checkbox from '@atlaskit/checkbox';
import styles from './type-editor.module.css';

interface OptionCheckProps {
  readonly label: string;
  /** One sentence on what people then see. */
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** One option that is on or off. */
export function OptionCheck({ label, hint, isOn, onChange }: OptionCheckProps) {
  return (
    <div>
      <Checkbox label={label} isChecked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      {hint !== undefined && <p className={styles.checkboxHint}>{hint}</p>}
    </div>
  );
}
