import Textarea from '@atlaskit/textarea';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import { describedBy, FormField } from '../../kit/form/form-field';

interface ReviewTextProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

/** A few words; the field grows with them. */
export function ReviewText({ id, label, value, hint, problem, maxLength = MAX_LINE_LENGTH, onChange }: ReviewTextProps) {
  return (
    <FormField id={id} label={label} hint={hint} problem={problem}>
      <Textarea
        id={id}
        value={value}
        maxLength={maxLength}
        minimumRows={1}
        resize="smart"
        isInvalid={problem !== undefined}
        {...describedBy(id, { hint, problem })}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FormField>
  );
}
