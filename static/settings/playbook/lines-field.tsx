import Textarea from '@atlaskit/textarea';
import { describedBy, FormField } from '../../kit/form/form-field';
import { useText } from '../../kit/text/use-text';
import { isTooLong } from './guide-draft';

interface LinesFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A list that is typed one thing a line. */
export function LinesField({ id, label, hint, text, onChange }: LinesFieldProps) {
  const t = useText();
  const problem = isTooLong(text) ? t('settings.guide.problem.lines') : undefined;
  return (
    <FormField id={id} label={label} hint={hint} problem={problem}>
      <Textarea
        id={id}
        value={text}
        minimumRows={3}
        resize="smart"
        isInvalid={problem !== undefined}
        {...describedBy(id, { hint, problem })}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FormField>
  );
}
