import type { ReactNode } from 'react';
import type { ReviewView } from '../../../src/contract/review';
import type { ReviewLists } from '../../../src/domain/review/review';
import { Fold } from '../../kit/layout/fold';
import { JiraLink } from '../../kit/navigation/jira-link';
import { useText } from '../../kit/text/use-text';
import { durationPhrase } from '../month-sentences';
import styles from './review.module.css';

/** The three prompts. */
export const PROMPTS = ['slow', 'redone', 'missing'] as const;

interface ListProps {
  readonly lists: ReviewLists;
  readonly handoffs: ReviewView['handoffs'];
}

interface Line {
  readonly id: string;
  readonly isBefore: boolean;
  readonly content: ReactNode;
}

/** What the data says to one prompt; what an earlier review listed is folded away (S-067). */
export function PromptList({ prompt, lists, handoffs }: ListProps & { readonly prompt: (typeof PROMPTS)[number] }) {
  const t = useText();
  const lines = useLines(prompt, { lists, handoffs });
  const fresh = lines.filter(({ isBefore }) => !isBefore);
  const before = lines.filter(({ isBefore }) => isBefore);
  return (
    <>
      {fresh.length === 0 ? <p className={styles.subtle}>{t(`review.${prompt}.none`)}</p> : <Lines lines={fresh} />}
      {before.length > 0 && (
        <Fold summary={t('review.before', { count: before.length })}>
          <Lines lines={before} />
        </Fold>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ul className={styles.list}>
      {lines.map(({ id, content }) => (
        <li key={id}>{content}</li>
      ))}
    </ul>
  );
}

function useLines(prompt: (typeof PROMPTS)[number], { lists, handoffs }: ListProps): readonly Line[] {
  const t = useText();
  const named = (handoffId: string, isBefore: boolean, fact: string): Line[] => {
    const issue = handoffs[handoffId];
    if (issue === undefined) return [];
    const link = (
      <JiraLink
        to={{ kind: 'workItem', key: issue.key }}
        label={t('project.row.openIssue', { key: issue.key })}
        className={styles.link ?? ''}
      >
        {issue.key}
      </JiraLink>
    );
    return [
      {
        id: handoffId,
        isBefore,
        content: (
          <>
            {link} {issue.summary} <span className={styles.subtle}>{fact}</span>
          </>
        ),
      },
    ];
  };
  switch (prompt) {
    case 'slow':
      return lists.slow.flatMap(({ handoffId, hours, waits, before }) => {
        const { key, vars } = durationPhrase(hours);
        return named(handoffId, before === true, t(waits === true ? `review.waits.${key}` : `review.took.${key}`, vars));
      });
    case 'redone':
      return lists.redone.flatMap(({ handoffId, returns, reworks, before }) => {
        const facts = [
          ...(returns > 0 ? [t('review.returned', { count: returns })] : []),
          ...(reworks > 0 ? [t('review.reworked', { count: reworks })] : []),
        ];
        return named(handoffId, before === true, facts.join(', '));
      });
    case 'missing':
      return lists.missing.map(({ itemId, title, handoffs: count, returns }) => ({
        id: itemId,
        isBefore: false,
        content: (
          <>
            {title}{' '}
            <span className={styles.subtle}>
              {t('review.missed', { count })}
              {returns > 0 && `, ${t('review.returnedFor', { count: returns })}`}
            </span>
          </>
        ),
      }));
  }
}
