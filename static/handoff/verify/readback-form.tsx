import Button from '@atlaskit/button/default/button';
import TextArea from '@atlaskit/textarea';
import { useId, useState } from 'react';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { drawQuestions, isPassed, type ReadbackQuestion } from '../../../src/domain/handoff/verification';
import { announce } from '../../kit/feedback/announce';
import { Strip } from '../../kit/feedback/strip';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { Problem } from '../draft/problem';
import styles from '../talk/talk.module.css';

/** Questions about what was handed over, answered in own words before accepting. What stood the first time stays filled in. */
export function ReadbackForm({ handoff }: { readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const id = useId();
  const { card, screen, act, busy } = useCard();
  const sender = names.person(handoff.sender.value ?? handoff.createdBy);
  const own = handoff.offer?.readbacks?.filter(({ by }) => by === screen.viewer.accountId).at(-1);
  const kept = own?.answers.filter(({ passed, correction }) => passed && correction === undefined) ?? [];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [missing, setMissing] = useState<string | null>(null);
  const questions = drawQuestions(handoff, card.handoffType);
  const textOf = ({ questionId }: ReadbackQuestion): string =>
    typed[questionId] ?? kept.find((answer) => answer.questionId === questionId)?.text ?? '';
  const send = async (): Promise<void> => {
    const empty = questions.find((question) => textOf(question).trim() === '');
    setMissing(empty?.questionId ?? null);
    if (empty !== undefined) {
      document.getElementById(`${id}-${empty.questionId}`)?.focus();
      return;
    }
    const answers = questions.map((question) => ({ questionId: question.questionId, text: textOf(question).trim() }));
    const done = await act('handoff.readback', { handoffId: handoff.handoffId, digest: handoff.offer?.digest ?? '', answers });
    const after = done?.cards.find((one) => one.handoff?.handoffId === handoff.handoffId)?.handoff?.offer?.readbacks?.at(-1);
    if (after !== undefined) announce(t(isPassed(after) ? 'handoff.readback.passed' : 'handoff.readback.failed.announced'));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {own === undefined ? (
        <p className={styles.hint}>{t('handoff.readback.intro', { name: sender })}</p>
      ) : (
        <Strip tone="warning">{t('handoff.readback.again')}</Strip>
      )}
      {questions.map((question, index) => {
        const field = `${id}-${question.questionId}`;
        return (
          <div key={question.questionId}>
            <label className={styles.label} htmlFor={field}>
              {(index === 0 ? card.handoffType.options?.readbackPrompt : undefined) ??
                t(`handoff.readback.${question.kind}`, { title: question.title })}
            </label>
            <TextArea
              id={field}
              value={textOf(question)}
              resize="smart"
              minimumRows={1}
              maxLength={MAX_LINE_LENGTH}
              isInvalid={missing === question.questionId}
              aria-describedby={`${field}-problem`}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setTyped((now) => ({ ...now, [question.questionId]: value }));
                setMissing(null);
              }}
            />
            <Problem id={`${field}-problem`} text={missing === question.questionId ? t('handoff.problem.empty') : null} />
          </div>
        );
      })}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" isLoading={busy === 'handoff.readback'}>
          {t('handoff.readback.send')}
        </Button>
      </div>
    </form>
  );
}
