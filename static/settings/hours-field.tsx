import { FormField } from '../kit/form/form-field';
import { useText } from '../kit/text/use-text';
import { PickOne } from './pick-from-list';

/** Half an hour more is no different promise, so a few are enough to choose from; eight are a working day. */
const OFFERED_HOURS = [1, 2, 4, 8, 16, 24, 40, 80];

interface HoursFieldProps {
  readonly id: string;
  /** Whole working hours, 1 to 80. */
  readonly hours: number;
  readonly onChange: (hours: number) => void;
}

/** So many working hours, picked. A number that came from elsewhere is offered too. */
export function HoursField({ id, hours, onChange }: HoursFieldProps) {
  const t = useText();
  const offered = [...new Set([...OFFERED_HOURS, hours])].sort((one, other) => one - other);
  return (
    <FormField id={id} label={t('settings.hours')}>
      <PickOne
        inputId={id}
        choices={offered.map((count) => ({ id: String(count), name: t('settings.hours.count', { count }) }))}
        value={String(hours)}
        placeholder=""
        onChange={(picked) => onChange(Number(picked))}
      />
    </FormField>
  );
}
