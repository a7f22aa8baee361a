import { Fragment, type ReactNode } from 'react';
import type { HandoffListRow, ProjectHome } from '../../src/contract/project-home';
import { useSurface } from '../kit/surface/surface-context';
import { formatMoment } from '../kit/time/format-moment';
import { useNow } from '../kit/time/use-now';
import { personName } from '../kit/people/person-name';
import { useText } from '../kit/text/use-text';
import styles from './handoff-row.module.css';

interface RowFactsProps {
  readonly row: HandoffListRow;
  readonly people: ProjectHome['people'];
  /** `waiting` and `rate` name the sender, `sent` names the receiver and the state. */
  readonly side: 'waiting' | 'rate' | 'sent';
}

/** The line under a row's title: with whom, since when, until when. */
export function RowFacts({ row, people, side }: RowFactsProps) {
  const t = useText();
  const reader = useSurface();
  const now = useNow();
  const time = formatMoment(row.since, now, reader);
  const nameOf = (accountId: string): string => personName(people, accountId, t('common.formerUser'));
  const from = t('project.row.from', { name: nameOf(row.senderId) });
  const risk = row.highRisk === true ? <strong>{t('handoff.risk.high')}</strong> : null;
  switch (side) {
    case 'waiting': {
      const isOverdue = row.dueAt !== null && new Date(row.dueAt) < now;
      const due =
        row.dueAt === null
          ? null
          : t(isOverdue ? 'project.row.overdue' : 'project.row.due', { time: formatMoment(row.dueAt, now, reader) });
      return inOneLine([
        risk,
        from,
        t('project.row.waitingSince', { time }),
        isOverdue ? <span className={styles.overdue}>{due}</span> : due,
      ]);
    }
    case 'rate':
      return inOneLine([risk, from, t('project.row.acceptedAt', { time })]);
    case 'sent': {
      const to =
        row.receiverId === null ? t('project.row.toTeam', { type: row.typeName }) : t('project.row.to', { name: nameOf(row.receiverId) });
      return inOneLine([risk, t(`project.state.${row.state}`), to, t('project.row.changedAt', { time })]);
    }
  }
}

function inOneLine(parts: readonly ReactNode[]): ReactNode {
  return parts
    .filter((part) => part !== null)
    .map((part, index) => (
      <Fragment key={index}>
        {index > 0 && ' · '}
        {part}
      </Fragment>
    ));
}
