import Checkbox from '@atlaskit/checkbox';
import { useState } from 'react';
import { MAX_TEXT_LENGTH } from '../../../src/contract/limits';
import type { EndedHandoff, Handoff } from '../../../src/domain/handoff/handoff';
import { announce } from '../../kit/feedback/announce';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useMomentText } from '../../kit/time/use-moment-text';
import cardStyles from '../card/card.module.css';
import { useCard, useNames } from '../data/card-context';
import styles from '../decide/decide.module.css';
import { useMissingMarks } from '../decide/use-missing-marks';
import { TextForm } from '../talk/text-form';

interface ReworkProps {
  readonly handoff: Handoff | EndedHandoff;
}

/** The receiver's link *Something was missing* (T22) and its form. */
export function RecordRework({ handoff }: ReworkProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useOpener(isOpen);
  if (isOpen) return <ReworkForm handoff={handoff} onDone={() => setIsOpen(false)} />;
  return (
    <TextButton ref={opener} onClick={() => setIsOpen(true)}>
      {t('handoff.rework')}
    </TextButton>
  );
}

/** What had to be done again after acceptance (T22). */
export function Reworks({ handoff }: ReworkProps) {
  const t = useText();
  const moment = useMomentText();
  const { card } = useCard();
  const titles = new Map([
    ...card.handoffType.items.map(({ itemId, title }) => [itemId, title] as const),
    ...card.handoffType.notePrompts.map(({ sectionId, title }) => [sectionId, title] as const),
  ]);
  return (handoff.reworks ?? []).map((rework) => {
    if (rework.kind === 'status') {
      return (
        <p key={rework.at} className={cardStyles.quiet}>
          {t('handoff.rework.movedBack', { time: moment(rework.movedAt ?? rework.at) })}
        </p>
      );
    }
    const text = 'text' in rework && typeof rework.text === 'string' ? rework.text : null;
    const named = [...rework.itemIds, ...rework.sectionIds].map((id) => titles.get(id) ?? id);
    const what = [named.join(', '), text ?? ''].filter((part) => part !== '').join(': ');
    return (
      <p key={rework.at} className={cardStyles.quiet}>
        {what === '' ? t('handoff.rework') : t('handoff.rework.given', { what })}
      </p>
    );
  });
}

function ReworkForm({ handoff, onDone }: { readonly handoff: ReworkProps['handoff']; readonly onDone: () => void }) {
  const t = useText();
  const names = useNames();
  const { card, act, busy } = useCard();
  const marks = useMissingMarks();
  const { items, notePrompts } = card.handoffType;
  const senderId = 'senderId' in handoff ? handoff.senderId : (handoff.sender.value ?? handoff.createdBy);
  const things = [
    ...items.map(({ itemId, title }) => ({ field: `item:${itemId}`, title })),
    ...notePrompts.map(({ sectionId, title }) => ({ field: `section:${sectionId}`, title })),
  ];
  return (
    <TextForm
      label={t('handoff.rework.label', { sender: names.person(senderId) })}
      maxLength={MAX_TEXT_LENGTH}
      submit={t('common.save')}
      isBusy={busy === 'handoff.recordRework'}
      onCancel={onDone}
      onSubmit={async (text) => {
        const { handoffId } = handoff;
        const done = await act('handoff.recordRework', { handoffId, text, itemIds: marks.ids('item'), sectionIds: marks.ids('section') });
        if (done === null) return false;
        announce(t('handoff.rework.announced'));
        onDone();
        return true;
      }}
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
