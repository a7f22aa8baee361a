import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { MAX_TEXT_LENGTH } from '../../../src/contract/limits';
import type { Question } from '../../../src/domain/handoff/handoff';
import { isOpenQuestion } from '../../../src/domain/handoff/support-window';
import { announce } from '../../kit/feedback/announce';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { Moment } from '../../kit/time/moment';
import { useCard, useNames } from '../data/card-context';
import { LinkedText } from '../reading/linked-text';
import styles from './talk.module.css';
import { TextForm } from './text-form';

interface QuestionThreadsProps {
  readonly handoffId: string;
  readonly questions: readonly Question[];
  /** The sending side may answer. The oldest open question then has the state's one button. */
  readonly mayAnswer: boolean;
}

/** Questions of the receiving side with their answers, open ones marked in words. */
export function QuestionThreads({ handoffId, questions, mayAnswer }: QuestionThreadsProps) {
  const t = useText();
  if (questions.length === 0) return null;
  const firstOpen = questions.find(isOpenQuestion)?.questionId;
  return (
    <section aria-label={t('handoff.questions')}>
      <h3 className={styles.heading}>{t('handoff.questions')}</h3>
      <ul className={styles.threads}>
        {questions.map((question) => (
          <Thread
            key={question.questionId}
            handoffId={handoffId}
            question={question}
            mayAnswer={mayAnswer}
            isNext={mayAnswer && question.questionId === firstOpen}
          />
        ))}
      </ul>
    </section>
  );
}

interface ThreadProps {
  readonly handoffId: string;
  readonly question: Question;
  readonly mayAnswer: boolean;
  readonly isNext: boolean;
}

function Thread({ handoffId, question, mayAnswer, isNext }: ThreadProps) {
  const t = useText();
  const names = useNames();
  const { act, busy, screen } = useCard();
  const [isAnswering, setIsAnswering] = useState(isNext);
  const { answer } = question;
  const isOpen = isOpenQuestion(question);
  const mayWithdraw = isOpen && question.askedBy === screen.viewer.accountId && !screen.readOnly;
  const send = async (text: string): Promise<boolean> => {
    const done = await act('handoff.answer', { handoffId, questionId: question.questionId, text });
    if (done !== null) announce(t('handoff.answered'));
    return done !== null;
  };
  return (
    <li className={styles.thread}>
      <p className={styles.who}>
        {names.person(question.askedBy)} · <Moment at={question.askedAt} />{' '}
        {question.duringTalk === true && `· ${t('handoff.duringTalk')} `}
        {isOpen && <Lozenge appearance="moved">{t('handoff.open')}</Lozenge>}
        {question.withdrawnAt !== undefined && t('handoff.questionWithdrawn')}
      </p>
      <LinkedText text={question.text} />
      {answer !== null && (
        <div className={styles.answer}>
          <p className={styles.who}>
            {names.person(answer.by)} · <Moment at={answer.at} />
          </p>
          <LinkedText text={answer.text} />
        </div>
      )}
      {mayWithdraw && (
        <TextButton onClick={() => void act('handoff.withdrawQuestion', { handoffId, questionId: question.questionId })}>
          {t('handoff.withdrawQuestion')}
        </TextButton>
      )}
      {isOpen && mayAnswer && !isAnswering && <TextButton onClick={() => setIsAnswering(true)}>{t('handoff.answer')}</TextButton>}
      {isOpen && mayAnswer && isAnswering && (
        <TextForm
          label={t('handoff.answer.label')}
          maxLength={MAX_TEXT_LENGTH}
          submit={t('handoff.answer')}
          isPrimary={isNext}
          isBusy={busy === 'handoff.answer'}
          onSubmit={send}
          autoFocus={!isNext}
        />
      )}
    </li>
  );
}
