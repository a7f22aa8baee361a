import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { optionsOf } from '../../../src/domain/type/type-options';
import { useCard } from '../data/card-context';
import { useValueText } from '../reading/value-text';
import styles from './draft.module.css';
import { Problem } from './problem';
import { UnknownForm } from './unknown-form';
import type { DraftField } from './use-field';

interface AnswerChoicesProps {
  readonly item: ChecklistItem;
  readonly field: DraftField;
  readonly answer: ItemAnswer | null;
  /** Id of the item's title on the page. */
  readonly titleId: string;
  /** Called after a choice that answers the item. */
  readonly onChosen: () => void;
}

/** Answers that were chosen, not typed. */
const CHOSEN: readonly string[] = ['noneKnown', 'inDescription', 'notApplicable', 'attached', 'noneNeeded', 'unknown'];

/**
 * The explicit answers an item offers besides typing: none known, in the description, everything attached, not applicable with a reason, and
 * where the type allows it, not known yet.
 */
export function AnswerChoices({ item, field, answer, titleId, onChosen }: AnswerChoicesProps) {
  const t = useText();
  const valueText = useValueText();
  const { card, screen } = useCard();
  const [asksReason, setAsksReason] = useState(false);
  const [asksOwner, setAsksOwner] = useState(false);
  const opener = useOpener(asksReason);
  const ownerOpener = useOpener(asksOwner);
  // What Jira holds is known or not by looking.
  const unknownAllowed = optionsOf(card.handoffType).unknownAllowed && item.kind !== 'field' && item.kind !== 'attachment';
  const { attachmentCount, attachments = [] } = screen.issue;
  const choose = (choice: ItemAnswer): void => {
    field.put(choice, 'now');
    onChosen();
  };
  const chosen = answer !== null && CHOSEN.includes(answer.kind);
  const isOutdated = answer?.kind === 'attached' && !field.isUnsaved && card.left.some(({ id }) => id === item.itemId);
  if (asksReason) {
    return (
      <ReasonLine
        title={item.title}
        onReason={(reason) => {
          setAsksReason(false);
          choose({ kind: 'notApplicable', reason });
        }}
        onCancel={() => setAsksReason(false)}
      />
    );
  }
  if (asksOwner) {
    return (
      <UnknownForm
        title={item.title}
        onSave={(unknown) => {
          setAsksOwner(false);
          field.put(unknown, 'now');
        }}
        onCancel={() => setAsksOwner(false)}
      />
    );
  }
  return (
    <div className={styles.choices}>
      {isOutdated && <Problem id={`${titleId}-outdated`} text={t('handoff.attached.changed')} />}
      {chosen && <span className={styles.hint}>{valueText(answer)}</span>}
      {item.allowNoneKnown && answer?.kind !== 'noneKnown' && (
        <TextButton onClick={() => choose({ kind: 'noneKnown' })} describedBy={titleId}>
          {t('handoff.answer.noneKnown')}
        </TextButton>
      )}
      {item.allowInDescription && screen.issue.hasDescription && answer?.kind !== 'inDescription' && (
        <TextButton onClick={() => choose({ kind: 'inDescription' })} describedBy={titleId}>
          {t('handoff.answer.inDescription')}
        </TextButton>
      )}
      {item.confirmsAll === true && attachmentCount > 0 && (answer?.kind !== 'attached' || isOutdated) && (
        <TextButton onClick={() => choose({ kind: 'attached', attachments })} describedBy={titleId}>
          {t('handoff.choice.attached')}
        </TextButton>
      )}
      {item.confirmsAll === true && answer?.kind !== 'noneNeeded' && (
        <TextButton onClick={() => choose({ kind: 'noneNeeded' })} describedBy={titleId}>
          {t('handoff.answer.noneNeeded')}
        </TextButton>
      )}
      {item.confirmsAll !== true && answer?.kind !== 'notApplicable' && (
        <TextButton ref={opener} onClick={() => setAsksReason(true)} describedBy={titleId}>
          {t('handoff.choice.notApplicable')}
        </TextButton>
      )}
      {unknownAllowed && answer?.kind !== 'unknown' && (
        <TextButton ref={ownerOpener} onClick={() => setAsksOwner(true)} describedBy={titleId}>
          {t('handoff.choice.unknown')}
        </TextButton>
      )}
      {(chosen || answer?.kind === 'choice') && (
        <TextButton onClick={() => field.put(null, 'now')} describedBy={titleId}>
          {t('common.remove')}
        </TextButton>
      )}
    </div>
  );
}

interface ReasonLineProps {
  readonly title: string;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonLine({ title, onReason, onCancel }: ReasonLineProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const submit = (): void => {
    if (reason.trim() !== '') onReason(reason.trim());
  };
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textfield
        autoFocus
        isCompact
        maxLength={MAX_LINE_LENGTH}
        value={reason}
        aria-label={t('handoff.notApplicable.why', { title })}
        placeholder={t('handoff.notApplicable.placeholder')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextButton onClick={submit}>{t('common.save')}</TextButton>
      <TextButton onClick={onCancel}>{t('common.cancel')}</TextButton>
    </form>
  );
}
