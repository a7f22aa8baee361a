import Button from '@atlaskit/button/default/button';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { Handoff, Readback } from '../../../src/domain/handoff/handoff';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { announce } from '../../kit/feedback/announce';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { Moment } from '../../kit/time/moment';
import { useCard, useNames } from '../data/card-context';
import { LinkedText } from '../reading/linked-text';
import styles from '../talk/talk.module.css';
import { TextForm } from '../talk/text-form';

/** What the receiver said back, newest only, with what the sender said to it; the sender hears it back here. */
export function Readbacks({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const last = handoff.offer?.readbacks?.at(-1);
  if (last === undefined) return null;
  const isPrimary = state.primaryAction === 'hearback';
  const mayHear = isPrimary || state.secondaryActions.includes('hearback');
  return (
    <section aria-label={t('handoff.readback')}>
      <h3 className={styles.heading}>{t('handoff.readback')}</h3>
      <ReadbackList last={last} handoffId={handoff.handoffId} mayCorrect={mayHear} />
      {mayHear && <HeardButton handoffId={handoff.handoffId} isPrimary={isPrimary} />}
    </section>
  );
}

function HeardButton({ handoffId, isPrimary }: { readonly handoffId: string; readonly isPrimary: boolean }) {
  const t = useText();
  const { act, busy } = useCard();
  const hear = async (): Promise<void> => {
    if ((await act('handoff.hearback', { handoffId, corrections: [] })) !== null) announce(t('common.saved'));
  };
  if (!isPrimary) return <TextButton onClick={() => void hear()}>{t('handoff.hearback.yes')}</TextButton>;
  return (
    <div className={styles.buttons}>
      <Button appearance="primary" isLoading={busy === 'handoff.hearback'} onClick={() => void hear()}>
        {t('handoff.hearback.yes')}
      </Button>
    </div>
  );
}

interface ReadbackListProps {
  readonly last: Readback;
  readonly handoffId: string;
  readonly mayCorrect: boolean;
}

function ReadbackList({ last, handoffId, mayCorrect }: ReadbackListProps) {
  const t = useText();
  const names = useNames();
  const { card, act, busy } = useCard();
  const [correcting, setCorrecting] = useState<string | null>(null);
  const things = [
    ...card.handoffType.items.map(({ itemId, title }) => [itemId, title] as const),
    ...card.handoffType.notePrompts.map(({ sectionId, title }) => [sectionId, title] as const),
  ];
  const titles = new Map(things);
  return (
    <>
      <p className={styles.who}>
        {names.person(last.by)} · <Moment at={last.at} />{' '}
        {last.heard !== undefined && t('handoff.readback.heard', { name: names.person(last.heard.by) })}
      </p>
      <ul className={styles.threads}>
        {last.answers.map(({ questionId, text, passed, correction }) => {
          const title = titles.get(questionId) ?? questionId;
          return (
            <li key={questionId} className={styles.thread}>
              <p className={styles.who}>
                {title} {!passed && <Lozenge appearance="moved">{t('handoff.readback.copied')}</Lozenge>}
              </p>
              <LinkedText text={text} />
              {correction !== undefined && (
                <div className={styles.answer}>
                  <p className={styles.who}>{t('handoff.readback.corrected', { name: names.person(last.heard?.by ?? '') })}</p>
                  <LinkedText text={correction} />
                </div>
              )}
              {mayCorrect && correcting !== questionId && (
                <div>
                  <TextButton onClick={() => setCorrecting(questionId)}>{t('handoff.hearback.correct', { title })}</TextButton>
                </div>
              )}
              {mayCorrect && correcting === questionId && (
                <TextForm
                  label={t('handoff.hearback.correct.label', { title })}
                  maxLength={MAX_LINE_LENGTH}
                  submit={t('handoff.hearback.correct.send')}
                  isBusy={busy === 'handoff.hearback'}
                  onCancel={() => setCorrecting(null)}
                  onSubmit={async (said) => {
                    const done = await act('handoff.hearback', { handoffId, corrections: [{ questionId, text: said }] });
                    if (done !== null) announce(t('common.saved'));
                    return done !== null;
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
