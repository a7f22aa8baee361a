import Checkbox from '@atlaskit/checkbox';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import { isRealText } from '../../../src/domain/handoff/real-text';
import { isWhenEntered } from '../../../src/domain/handoff/when-answer';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import { useCard } from '../data/card-context';
import { LinkedText } from '../reading/linked-text';
import { useValueText } from '../reading/value-text';
import { AnswerChoices } from './answer-choices';
import { ApprovalField } from './approval-field';
import { ChoiceAnswer } from './choice-answer';
import styles from './draft.module.css';
import { fieldAnchor, titleId } from './focus-field';
import { FieldRow } from './field-row';
import { FromWorkItem, isOnWorkItem } from './from-work-item';
import { TypedAnswer } from './typed-answer';
import { useField, type DraftField } from './use-field';
import { useItemHint } from './use-item-hint';
import { WhenAnswer } from './when-answer';

function asAnswer(field: DraftField): ItemAnswer | null {
  return field.value !== null && typeof field.value === 'object' ? (field.value as ItemAnswer) : null;
}

/** Whether an answer that is on its way looks complete; what is stored is judged by what is left. */
function looksAnswered(item: ChecklistItem, answer: ItemAnswer | null): boolean {
  if (answer?.kind === 'when') return isWhenEntered(item, answer);
  return answer !== null && answer.kind !== 'unknown' && (answer.kind !== 'text' || isRealText(answer.text, [item.title]));
}

function isTyped({ kind }: ChecklistItem): boolean {
  return kind === 'text' || kind === 'link';
}

/** One checklist item of a draft. */
export function ItemField({ item }: { readonly item: ChecklistItem }) {
  return item.kind === 'approval' ? <ApprovalField item={item} /> : <AnsweredField item={item} />;
}

/** An item that whoever may edit can answer. */
function AnsweredField({ item }: { readonly item: ChecklistItem }) {
  const { card, screen } = useCard();
  const valueText = useValueText();
  const hint = useItemHint(item);
  const fieldKey = `item:${item.itemId}` as const;
  const field = useField(fieldKey);
  const answer = asAnswer(field);
  const isLeft = card.left.some((left) => left.kind === 'item' && left.id === item.itemId);
  const livesInJira = item.kind === 'field' || (item.kind === 'attachment' && item.confirmsAll !== true);
  const fromJira = livesInJira && answer?.kind !== 'notApplicable';
  const isAnswered = fromJira ? isOnWorkItem(item, screen.issue) : looksAnswered(item, answer);
  const isDone = isAnswered && (field.isUnsaved || !isLeft);
  const anchor = fieldAnchor(card.handoffType.typeId, fieldKey);
  const controlId = `${anchor}-control`;
  if (item.kind === 'tick' && (answer === null || answer.kind === 'tick'))
    return <TickField item={item} field={field} controlId={controlId} />;
  return (
    <FieldRow
      fieldKey={fieldKey}
      title={item.title}
      hint={hint}
      required={item.required}
      isDone={isDone}
      field={field}
      summary={fromJira ? <FromWorkItem item={item} /> : <LinkedText text={valueText(answer)} />}
      controlId={isTyped(item) || (item.kind === 'when' && item.window !== true) ? controlId : null}
      editor={(fold) => (
        <>
          {(item.kind === 'field' || item.kind === 'attachment') && <FromWorkItem item={item} explains />}
          {item.kind === 'when' && <WhenAnswer item={item} field={field} answer={answer} controlId={controlId} titleId={titleId(anchor)} />}
          {item.kind === 'choice' && (
            <ChoiceAnswer item={item} field={field} answer={answer} controlId={controlId} titleId={titleId(anchor)} />
          )}
          {isTyped(item) && <TypedAnswer item={item} field={field} answer={answer} controlId={controlId} isLeft={isLeft} />}
          <AnswerChoices item={item} field={field} answer={answer} titleId={titleId(anchor)} onChosen={fold} />
        </>
      )}
    />
  );
}

/** A tick is its own editor and its own line. */
function TickField({ item, field, controlId }: { readonly item: ChecklistItem; readonly field: DraftField; readonly controlId: string }) {
  const { card } = useCard();
  const anchor = fieldAnchor(card.handoffType.typeId, `item:${item.itemId}`);
  const hint = useItemHint(item);
  const isTicked = asAnswer(field)?.kind === 'tick';
  return (
    <div className={styles.open} id={anchor}>
      <Checkbox
        id={controlId}
        isChecked={isTicked}
        label={<span id={titleId(anchor)}>{item.title}</span>}
        onChange={() => field.put(isTicked ? null : { kind: 'tick' }, 'now')}
      />
      {hint !== '' && <p className={styles.hint}>{hint}</p>}
      {!isTicked && <AnswerChoices item={item} field={field} answer={null} titleId={titleId(anchor)} onChosen={() => undefined} />}
    </div>
  );
}
