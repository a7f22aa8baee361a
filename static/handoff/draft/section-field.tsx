import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { MAX_TEXT_LENGTH } from '../../../src/contract/limits';
import { isRealText } from '../../../src/domain/handoff/real-text';
import type { NotePrompt } from '../../../src/domain/type/handoff-type';
import { optionsOf } from '../../../src/domain/type/type-options';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { LinkedText } from '../reading/linked-text';
import { useValueText } from '../reading/value-text';
import styles from './draft.module.css';
import { FieldRow } from './field-row';
import { fieldAnchor, titleId } from './focus-field';
import { Problem, useUnchangedText } from './problem';
import { UnknownForm } from './unknown-form';
import { useField, type DraftField } from './use-field';
import { useTypedText } from './use-typed-text';

/** One section of the note. */
export function SectionField({ prompt }: { readonly prompt: NotePrompt }) {
  const { card } = useCard();
  const fieldKey = `section:${prompt.sectionId}` as const;
  const field = useField(fieldKey);
  const text = typeof field.value === 'string' ? field.value : '';
  const isLeft = card.left.some((left) => left.kind === 'section' && left.id === prompt.sectionId);
  const controlId = `${fieldAnchor(card.handoffType.typeId, fieldKey)}-control`;
  return (
    <FieldRow
      fieldKey={fieldKey}
      title={prompt.title}
      hint={prompt.hint}
      required={prompt.required}
      isDone={isRealText(text) && (field.isUnsaved || !isLeft)}
      field={field}
      summary={<LinkedText text={text} />}
      controlId={controlId}
      editor={() => (
        <>
          <SectionText field={field} text={text} controlId={controlId} isLeft={isLeft} />
          {optionsOf(card.handoffType).unknownAllowed && text === '' && <SectionUnknown prompt={prompt} field={field} />}
        </>
      )}
    />
  );
}

/** "I don't know yet" for a section: the choice, or who finds out and until when. Writing the section takes its place. */
function SectionUnknown({ prompt, field }: { readonly prompt: NotePrompt; readonly field: DraftField }) {
  const t = useText();
  const { card } = useCard();
  const valueText = useValueText();
  const [isAsking, setIsAsking] = useState(false);
  const opener = useOpener(isAsking);
  const labelledBy = titleId(fieldAnchor(card.handoffType.typeId, `section:${prompt.sectionId}`));
  if (isAsking) {
    return (
      <UnknownForm
        title={prompt.title}
        onSave={(unknown) => {
          setIsAsking(false);
          field.put(unknown, 'now');
        }}
        onCancel={() => setIsAsking(false)}
      />
    );
  }
  return (
    <div className={styles.choices}>
      {field.value === null ? (
        <TextButton ref={opener} onClick={() => setIsAsking(true)} describedBy={labelledBy}>
          {t('handoff.choice.unknown')}
        </TextButton>
      ) : (
        <>
          <span className={styles.hint}>{valueText(field.value)}</span>
          <TextButton onClick={() => field.put(null, 'now')} describedBy={labelledBy}>
            {t('common.remove')}
          </TextButton>
        </>
      )}
    </div>
  );
}

interface SectionTextProps {
  readonly field: DraftField;
  readonly text: string;
  readonly controlId: string;
  readonly isLeft: boolean;
}

function SectionText({ field, text, controlId, isLeft }: SectionTextProps) {
  const t = useText();
  const unchanged = useUnchangedText();
  const isTooLong = (typed: string): boolean => typed.length > MAX_TEXT_LENGTH;
  const typed = useTypedText(text, isTooLong, (next) => {
    if (!isTooLong(next)) field.put(next.trim() === '' ? null : next, 'soon');
  });
  const isFiller = isLeft && !field.isUnsaved && text.trim() !== '';
  const problem = isTooLong(typed.text) ? t('handoff.problem.tooLong') : isFiller ? unchanged : null;
  return (
    <>
      <TextArea
        id={controlId}
        value={typed.text}
        isInvalid={isTooLong(typed.text)}
        resize="smart"
        minimumRows={2}
        aria-describedby={`${controlId}-hint ${controlId}-problem`}
        onFocus={typed.onFocus}
        onBlur={typed.onBlur}
        onChange={(event) => typed.type(event.currentTarget.value)}
      />
      <Problem id={`${controlId}-problem`} text={problem} />
    </>
  );
}
