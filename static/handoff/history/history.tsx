import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EarlierRound } from '../../../src/contract/handoff-screen';
import { call } from '../../kit/bridge/call';
import { newCommandId } from '../../kit/bridge/command-id';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Strip } from '../../kit/feedback/strip';
import { Fold } from '../../kit/layout/fold';
import { TextButton } from '../../kit/layout/text-button';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { Moment } from '../../kit/time/moment';
import { useMomentText } from '../../kit/time/use-moment-text';
import { CardContext, useCard, useNames } from '../data/card-context';
import { target } from '../data/use-session';
import { readPackage } from '../model/reading';
import { ReadingView } from '../reading/reading-view';
import { QuestionThreads } from '../talk/question-threads';
import styles from './history.module.css';

/** Earlier rounds and, on the work item, the timeline: folded, read-only, loaded when opened. */
export function History({ handoffId }: { readonly handoffId: string }) {
  const t = useText();
  const { card, session } = useCard();
  const { isInRow } = session;
  return (
    <div className={styles.history}>
      {card.earlierRounds.map((round) => (
        <RoundFold key={`${round.handoffId} ${round.attempt}`} round={round} />
      ))}
      {!isInRow && <TimelineFold label={t('handoff.timeline')} handoffId={handoffId} />}
    </div>
  );
}

function RoundFold({ round }: { readonly round: EarlierRound }) {
  const t = useText();
  const moment = useMomentText();
  const [isOpen, setIsOpen] = useState(false);
  const summary = t(`handoff.round.${round.outcome}`, { attempt: round.attempt, time: moment(round.outcomeAt ?? round.offeredAt) });
  return (
    <Fold summary={summary} onToggle={setIsOpen}>
      {isOpen && <Round round={round} />}
    </Fold>
  );
}

function Round({ round }: { readonly round: EarlierRound }) {
  const t = useText();
  const names = useNames();
  const setting = useCard();
  const { session, screen } = setting;
  const { handoffId, attempt } = round;
  const { data, error, refetch } = useQuery({
    queryKey: ['round', handoffId, attempt],
    queryFn: () => call('handoff.round', { ...target(session.issueId), handoffId, attempt }),
  });
  if (error !== null) return <ErrorStrip error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p>{t('common.loading')}</p>;
  const withPeople = { ...setting, screen: { ...screen, people: { ...screen.people, ...data.people } } };
  return (
    <CardContext.Provider value={withPeople}>
      {data.returned !== null && (
        <p className={styles.reason}>
          {t('handoff.returned.by', { name: data.people[data.returned.by]?.displayName ?? names.person(data.returned.by) })} “
          {data.returned.reason}”
        </p>
      )}
      <ReadingView readings={readPackage(data.package)} />
      <QuestionThreads handoffId={handoffId} questions={data.questions} mayAnswer={false} />
      {data.nextStep !== null && <p className={styles.reason}>{t('handoff.nextStep.was', { nextStep: data.nextStep })}</p>}
    </CardContext.Provider>
  );
}

function TimelineFold({ label, handoffId }: { readonly label: string; readonly handoffId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Fold summary={label} onToggle={setIsOpen}>
      {isOpen && <Timeline handoffId={handoffId} />}
    </Fold>
  );
}

function Timeline({ handoffId }: { readonly handoffId: string }) {
  const t = useText();
  const { translate } = useSurface();
  const { session, screen } = useCard();
  const { data, error, refetch } = useQuery({
    queryKey: ['timeline', handoffId, screen.rev],
    queryFn: () => call('handoff.timeline', { ...target(session.issueId), commandId: newCommandId(), handoffId }),
  });
  if (error !== null) return <ErrorStrip error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p>{t('common.loading')}</p>;
  const actor = (id: string | null, kind: string): string =>
    id === null
      ? t(kind === 'automation' ? 'handoff.actor.automation' : 'handoff.actor.system')
      : (data.people[id]?.displayName ?? t('common.formerUser'));
  return (
    <>
      <ol className={styles.timeline}>
        {data.entries.map((entry, index) => (
          <li key={index}>
            <span className={styles.when}>
              <Moment at={entry.at} />
            </span>
            <span>
              {actor(entry.actorId, entry.actorKind)} {translate(`handoff.event.${entry.event}`, entry.event)}
              {entry.detail !== null && <span className={styles.detail}> {entry.detail}</span>}
            </span>
          </li>
        ))}
      </ol>
      {data.isWhole ? (
        <p className={styles.checked}>{t('handoff.timeline.whole')}</p>
      ) : (
        <Strip tone="error">{t('handoff.timeline.broken')}</Strip>
      )}
      {data.canVoid && <Void handoffId={handoffId} />}
    </>
  );
}

/** A project admin's way to remove what was entered in error; it cannot be undone, so it asks first (T21). */
function Void({ handoffId }: { readonly handoffId: string }) {
  const t = useText();
  const { act } = useCard();
  const [isSure, setIsSure] = useState(false);
  if (!isSure) return <TextButton onClick={() => setIsSure(true)}>{t('handoff.void')}</TextButton>;
  const remove = async (): Promise<void> => {
    if ((await act('handoff.void', { handoffId })) !== null) announce(t('handoff.void.announced'));
  };
  return (
    <p>
      {t('handoff.void.sure')} <TextButton onClick={() => void remove()}>{t('handoff.void')}</TextButton>{' '}
      <TextButton onClick={() => setIsSure(false)}>{t('common.cancel')}</TextButton>
    </p>
  );
}
