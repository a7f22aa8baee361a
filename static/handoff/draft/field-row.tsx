import CheckIcon from '@atlaskit/icon/core/status-success';
import type { ReactNode } from 'react';
import type { Entry } from '../../../src/domain/handoff/handoff';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { Moment } from '../../kit/time/moment';
import { useCard, useNames } from '../data/card-context';
import { useValueText } from '../reading/value-text';
import { ConflictStrip } from './conflict-strip';
import styles from './draft.module.css';
import type { FieldKey } from './field';
import { fieldAnchor, titleId } from './focus-field';
import { usePreviousAnswer } from './previous-answers';
import type { DraftField } from './use-field';
import { useRowFolding } from './use-row-folding';

interface FieldRowProps {
  readonly fieldKey: FieldKey;
  readonly title: string;
  readonly hint: string;
  readonly required: boolean;
  readonly isDone: boolean;
  readonly field: DraftField;
  /** The answer in one line, for the folded row. */
  readonly summary: ReactNode;
  /** Names the editor's control; null where the editor names itself. */
  readonly controlId: string | null;
  readonly editor: (fold: () => void) => ReactNode;
}

/** Who entered something and when, for example `Maya · 10:12`. */
export function EnteredBy({ entry }: { readonly entry: Entry<unknown> }) {
  const names = useNames();
  return (
    <span className={styles.entered}>
      {names.person(entry.by)} · <Moment at={entry.at} />
    </span>
  );
}

/** What stood in a field that was returned and is empty now, to be used again. */
function PreviousAnswer({ fieldKey, title, field }: Pick<FieldRowProps, 'fieldKey' | 'title' | 'field'>) {
  const t = useText();
  const valueText = useValueText();
  const previous = usePreviousAnswer(fieldKey);
  if (previous === null || field.value !== null) return null;
  return (
    <p className={styles.hint}>
      {t('handoff.before', { text: valueText(previous) })}{' '}
      <TextButton onClick={() => field.put(previous, 'now')} label={t('handoff.useAgain.thing', { title })}>
        {t('handoff.useAgain')}
      </TextButton>
    </p>
  );
}

/** One thing of the draft: its editor while it is missing or being changed, one line with who and when once it is done. */
export function FieldRow({ fieldKey, title, hint, required, isDone, field, summary, controlId, editor }: FieldRowProps) {
  const t = useText();
  const { card } = useCard();
  const folding = useRowFolding(isDone, field.isUnsaved);
  const anchor = fieldAnchor(card.handoffType.typeId, fieldKey);
  if (!folding.isOpen) {
    return (
      <div className={styles.done} id={anchor} ref={folding.row}>
        <span className={styles.doneIcon}>
          <CheckIcon label={t('handoff.done')} color="currentColor" size="small" />
        </span>
        <span className={styles.doneText}>
          <span className={styles.doneTitle}>{title}</span> <span className={styles.summary}>{summary}</span>
          {field.entry !== null && <EnteredBy entry={field.entry} />}
        </span>
        <TextButton ref={folding.changeButton} onClick={folding.open} label={t('handoff.changeThing', { title })}>
          {t('common.change')}
        </TextButton>
      </div>
    );
  }
  const heading = (
    <>
      {title}
      {!required && <span className={styles.optional}> ({t('common.optional')})</span>}
    </>
  );
  return (
    <div className={styles.open} id={anchor} ref={folding.row} onBlur={folding.onBlur}>
      {controlId === null ? (
        <div className={styles.title} id={titleId(anchor)}>
          {heading}
        </div>
      ) : (
        <label className={styles.title} id={titleId(anchor)} htmlFor={controlId}>
          {heading}
        </label>
      )}
      {hint !== '' && (
        <p className={styles.hint} id={controlId === null ? undefined : `${controlId}-hint`}>
          {hint}
        </p>
      )}
      {editor(folding.foldAfterChoice)}
      <PreviousAnswer fieldKey={fieldKey} title={title} field={field} />
      <ConflictStrip fieldKey={fieldKey} field={field} title={title} />
    </div>
  );
}
