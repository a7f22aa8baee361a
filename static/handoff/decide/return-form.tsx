import Checkbox from '@atlaskit/checkbox';
import { MAX_TEXT_LENGTH } from '../../../src/contract/limits';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { announce } from '../../kit/feedback/announce';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { TextForm } from '../talk/text-form';
import styles from './decide.module.css';
import type { MissingMarks } from './use-missing-marks';

interface ReturnFormProps {
  readonly handoff: Handoff;
  readonly marks: MissingMarks;
  readonly isPrimary: boolean;
  readonly onCancel: () => void;
  /** Told what became of the move that belongs to a return. */
  readonly onMoveFailed: () => void;
}

/** Gives the handoff back: what is missing, in words and as ticks on what the sender must fill anew. */
export function ReturnForm({ handoff, marks, isPrimary, onCancel, onMoveFailed }: ReturnFormProps) {
  const t = useText();
  const names = useNames();
  const { card, act, busy, onDecided } = useCard();
  const { items, notePrompts } = card.handoffType;
  const sender = names.person(handoff.sender.value ?? handoff.createdBy);
  const things = [
    ...items
      .filter((item) => item.required || item.answeredBy !== undefined || (handoff.items[item.itemId]?.value ?? null) !== null)
      .map((item) => ({ field: `item:${item.itemId}`, title: item.title })),
    ...notePrompts.filter((prompt) => prompt.required).map((prompt) => ({ field: `section:${prompt.sectionId}`, title: prompt.title })),
  ];
  const send = async (reason: string): Promise<boolean> => {
    const done = await act('handoff.return', {
      handoffId: handoff.handoffId,
      reason,
      itemIds: marks.ids('item'),
      sectionIds: marks.ids('section'),
    });
    if (done === null) return false;
    announce(t('handoff.returned.announced', { name: sender }));
    if (done.move === 'failed' || done.move === 'moveYourself') onMoveFailed();
    onDecided?.('returned', done.move);
    return true;
  };
  return (
    <TextForm
      label={t('handoff.return.label', { sender })}
      maxLength={MAX_TEXT_LENGTH}
      submit={t('handoff.return.submit', { name: sender })}
      isPrimary={isPrimary}
      isBusy={busy === 'handoff.return'}
      onSubmit={send}
      onCancel={onCancel}
    >
      <fieldset className={styles.ticks}>
        <legend className={styles.legend}>{t('handoff.return.which')}</legend>
        {things.map(({ field, title }) => (
          <Checkbox key={field} label={title} isChecked={marks.has(field)} onChange={() => marks.toggle(field)} />
        ))}
      </fieldset>
    </TextForm>
  );
}

/** After a return or an accept whose move did not happen: the decision stands, the status is still to be changed. */
export function MoveYourselfStrip({ toStatusName }: { readonly toStatusName: string | null }) {
  const t = useText();
  const { card, act } = useCard();
  const { handoff, moveToDo } = card;
  const text = toStatusName === null ? t('handoff.moveBackYourself') : t('handoff.moveOnYourself', { status: toStatusName });
  return (
    <Strip
      tone="warning"
      announced={text}
      actions={
        moveToDo &&
        handoff !== null && (
          <TextButton onClick={() => void act('handoff.retryMove', { handoffId: handoff.handoffId })}>{t('handoff.retryMove')}</TextButton>
        )
      }
    >
      {text}
    </Strip>
  );
}
