import Textfield from '@atlaskit/textfield';
import type { TypeDraft } from '../../src/contract/settings';
import { MAX_NOTE_LENGTH } from '../../src/domain/type/published-type';
import { describedBy, FormField } from '../kit/form/form-field';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import type { ProblemOf } from './problem-texts';

interface OverLengthProps {
  readonly draft: TypeDraft;
  readonly problemOf: ProblemOf;
  readonly onChange: (draft: TypeDraft) => void;
}

/** Asks why a checklist is longer than people read (S-091); it may be, with a reason that stands in its history. */
export function OverLength({ draft, problemOf, onChange }: OverLengthProps) {
  const t = useText();
  const id = fieldIds.overLength;
  const [hint, problem] = [t('settings.form.overLengthHint'), problemOf(id)];
  return (
    <FormField id={id} label={t('settings.form.overLength')} hint={hint} problem={problem}>
      <Textfield
        id={id}
        value={draft.overLengthReason ?? ''}
        maxLength={MAX_NOTE_LENGTH}
        isInvalid={problem !== undefined}
        {...describedBy(id, { hint, problem })}
        onChange={(event) => onChange({ ...draft, overLengthReason: event.currentTarget.value })}
      />
    </FormField>
  );
}
