import { useEffect, useRef, useState } from 'react';
import type { AuditView } from '../../../src/contract/audit';
import { dueState } from '../../../src/domain/ten-questions/due-audit';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Strip } from '../../kit/feedback/strip';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import { AuditHistory } from './audit-history';
import { AuditQuestions } from './audit-questions';
import { AuditResult } from './audit-result';
import styles from './audit.module.css';
import { useAuditRun } from './use-audit';
import { useCloseItem } from './use-close-item';

interface AuditOfTypeProps {
  readonly view: AuditView;
  readonly name: string;
  readonly projectKey: string;
  readonly show: (view: AuditView) => void;
}

/** The audit of one handoff: the questions while they are being answered, else what came of the last time. */
export function AuditOfType({ view, name, projectKey, show }: AuditOfTypeProps) {
  const run = useAuditRun(view, show);
  const { base } = run.draft;
  const { mark, error } = useCloseItem(base, run.takeBeside);
  const [last, ...earlier] = base.runs;
  const [isBegun, setIsBegun] = useState(false);
  const isAsking = last === undefined || base.current !== null || isBegun || run.isDirty;
  const heading = useRef<HTMLHeadingElement>(null);
  const finishedAt = last?.finished.at;
  const seen = useRef(finishedAt);
  useEffect(() => {
    if (seen.current === finishedAt) return;
    seen.current = finishedAt;
    setIsBegun(false);
    heading.current?.focus();
  }, [finishedAt]);
  return (
    <div className={styles.section}>
      {last !== undefined && <DueStrip dueOn={last.nextDueOn} today={base.today} />}
      {isAsking ? (
        <AuditQuestions name={name} view={view} run={run} />
      ) : (
        <AuditResult
          name={name}
          projectKey={projectKey}
          result={last}
          people={base.people}
          isDue={dueState(last.nextDueOn, base.today) !== 'later'}
          headingRef={heading}
          onBegin={() => setIsBegun(true)}
          onMark={mark}
        />
      )}
      <ErrorStrip error={error} />
      <AuditHistory runs={isAsking ? base.runs : earlier} people={base.people} name={name} projectKey={projectKey} onMark={mark} />
    </div>
  );
}

/** Says from 14 days before on that the questions come again; nobody is written to. */
function DueStrip({ dueOn, today }: { readonly dueOn: string; readonly today: string }) {
  const t = useText();
  const { locale } = useSurface();
  const state = dueState(dueOn, today);
  if (state === 'later') return null;
  return <Strip tone={state === 'soon' ? 'information' : 'warning'}>{t(`audit.due.${state}`, { day: formatDay(dueOn, locale) })}</Strip>;
}
