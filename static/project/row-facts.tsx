import { Fragment, type ReactNode } from 'react';
import type { ProjectHome } from '../../src/contract/project-home';
import type { OpenRow } from '../../src/contract/waiting';
import { useSurface } from '../kit/surface/surface-context';
import { formatMoment } from '../kit/time/format-moment';
import { useNow } from '../kit/time/use-now';
import { personName } from '../kit/people/person-name';
import { useText } from '../kit/text/use-text';
import styles from './handoff-row.module.css';
import { isOverdue } from './open-order';

interface RowFactsProps {
  readonly row: OpenRow;
  readonly people: ProjectHome['people'];
  /** `waiting` and `rate` name the sender, `sent` names the receiver and the state, `open` says all of it. */
  readonly side: 'waiting' | 'open' | 'rate' | 'sent';
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
  const late = isOverdue(row, now);
  const dueText =
    row.dueAt === null ? null : t(late ? 'project.row.overdue' : 'project.row.due', { time: formatMoment(row.dueAt, now, reader) });
  const due = late ? <span className={styles.overdue}>{dueText}</span> : dueText;
  switch (side) {
    case 'waiting':
      return inOneLine([risk, from, t('project.row.waitingSince', { time }), due]);
    case 'open': {
      const { senderId, receiverId, state, team } = row;
      const isWithSender = state === 'DRAFT' || state === 'RETURNED';
      const name = team ?? (receiverId === null ? row.typeName : nameOf(receiverId));
      const where = isWithSender ? [t('project.row.with', { name: nameOf(senderId) })] : [from, t('project.row.waitsFor', { name })];
      return inOneLine([risk, row.typeName, t(`project.state.${state}`), ...where, t('project.row.since', { time }), due]);
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
