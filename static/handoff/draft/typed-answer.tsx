import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import { useText } from '../../kit/text/use-text';
import { parseLink, parseText, typedText, type ParsedAnswer } from './parse-answer';
import { Problem, useUnchangedText } from './problem';
import type { DraftField } from './use-field';
import { useTypedText } from './use-typed-text';

interface TypedAnswerProps {
  readonly item: ChecklistItem;
  readonly field: DraftField;
  readonly answer: ItemAnswer | null;
  readonly controlId: string;
  readonly isLeft: boolean;
}

/** The text box of a text or link item. What cannot be saved as it stands is explained and kept. */
export function TypedAnswer({ item, field, answer, controlId, isLeft }: TypedAnswerProps) {
  const t = useText();
  const unchanged = useUnchangedText();
  const parse = (text: string): ParsedAnswer => (item.kind === 'link' ? parseLink(text) : parseText(text));
  const typed = useTypedText(
    typedText(answer),
    (text) => !parse(text).ok,
    (text) => {
      const parsed = parse(text);
      if (parsed.ok) field.put(parsed.answer, 'soon');
    },
  );
  const parsed = parse(typed.text);
  const isFiller = isLeft && !field.isUnsaved && answer?.kind === 'text' && answer.text.trim() !== '';
  const problem = !parsed.ok ? t(`handoff.problem.${parsed.problem}`) : isFiller ? unchanged : null;
  const shared = {
    id: controlId,
    value: typed.text,
    isInvalid: !parsed.ok,
    onFocus: typed.onFocus,
    onBlur: typed.onBlur,
    'aria-describedby': `${controlId}-hint ${controlId}-problem`,
  };
  return (
    <>
      {item.kind === 'link' ? (
        <Textfield {...shared} inputMode="url" placeholder="https://" onChange={(event) => typed.type(event.currentTarget.value)} />
      ) : (
        <TextArea {...shared} resize="smart" minimumRows={1} onChange={(event) => typed.type(event.currentTarget.value)} />
      )}
      <Problem id={`${controlId}-problem`} text={problem} />
    </>
  );
}
