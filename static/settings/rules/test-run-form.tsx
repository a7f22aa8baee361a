import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import { useQuery } from '@tanstack/react-query';
import type { CoverageRow, RecentItem, TestRunView } from '../../../src/contract/coverage';
import { call } from '../../kit/bridge/call';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Strip, type StripTone } from '../../kit/feedback/strip';
import { FormField } from '../../kit/form/form-field';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { PickOne } from '../pick-from-list';
import styles from './rules-section.module.css';
import { useMoveName } from './use-move-name';

const TONES: Readonly<Record<TestRunView['verdict'], StripTone>> = { passes: 'success', counted: 'information', stopped: 'warning' };

/** Picks a work item and a move, and shows what would happen: nothing moves. */
export function TestRunForm({ rows }: { readonly rows: readonly CoverageRow[] }) {
  const t = useText();
  const nameOf = useMoveName();
  const [issueKey, setIssueKey] = useState('');
  const [moveId, setMoveId] = useState(() => idOf(rows.find(({ types }) => types.length > 0) ?? rows[0]));
  const [isMissing, setIsMissing] = useState(false);
  const [answer, setAnswer] = useState<{ readonly result: TestRunView | null; readonly error: unknown } | 'asking' | null>(null);
  const recent = useQuery({ queryKey: ['settings.recentItems'], queryFn: () => call('settings.recentItems', {}) });
  const row = rows.find((each) => idOf(each) === moveId);

  const tryMove = async (): Promise<void> => {
    const key = issueKey.trim();
    setIsMissing(key === '' || row === undefined);
    if (key === '' || row === undefined) return;
    setAnswer('asking');
    try {
      const payload = { issueKey: key, workflow: row.workflow, transitionId: row.transitionId };
      setAnswer({ result: await call('settings.testRun', payload), error: null });
    } catch (error) {
      setAnswer({ result: null, error });
    }
  };

  return (
    <section aria-labelledby="test-run-title" className={styles.section}>
      <h2 id="test-run-title" className={styles.title}>
        {t('settings.testRun.title')}
      </h2>
      <p>{t('settings.testRun.intro')}</p>
      {recent.isError && <p className={styles.subtle}>{t('settings.testRun.noRecent')}</p>}
      <div className={styles.form}>
        {recent.data !== undefined && recent.data.items.length > 0 && (
          <RecentItems items={recent.data.items} issueKey={issueKey} onPick={setIssueKey} />
        )}
        <FormField id="test-run-key" label={t('settings.testRun.workItem')} problem={isMissing ? t('settings.testRun.missing') : undefined}>
          <Textfield
            id="test-run-key"
            value={issueKey}
            isInvalid={isMissing}
            aria-describedby={isMissing ? 'test-run-key-problem' : undefined}
            onChange={(event) => setIssueKey(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void tryMove();
            }}
          />
        </FormField>
        <FormField id="test-run-move" label={t('settings.rules.column.move')}>
          <PickOne
            inputId="test-run-move"
            choices={rows.map((each) => ({ id: idOf(each), name: nameOf(each) }))}
            value={moveId}
            placeholder=""
            onChange={setMoveId}
          />
        </FormField>
      </div>
      <p>
        {answer === 'asking' ? (
          t('settings.rule.checking')
        ) : (
          <TextButton onClick={() => void tryMove()}>{t('settings.testRun.try')}</TextButton>
        )}
      </p>
      {answer !== null && answer !== 'asking' && (
        <>
          <ErrorStrip error={answer.error} />
          {answer.result !== null && <Result result={answer.result} />}
        </>
      )}
    </section>
  );
}

/** The work items that changed last, each a way to fill the key: nothing is tried before the button is pressed. */
function RecentItems({
  items,
  issueKey,
  onPick,
}: {
  readonly items: readonly RecentItem[];
  readonly issueKey: string;
  readonly onPick: (issueKey: string) => void;
}) {
  const t = useText();
  const typed = issueKey.trim().toUpperCase();
  return (
    <FormField id="test-run-recent" label={t('settings.testRun.recent')}>
      <PickOne
        inputId="test-run-recent"
        choices={items.map(({ key, summary, statusName }) => ({
          id: key,
          name: t('settings.testRun.recentItem', { key, summary, status: statusName }),
        }))}
        value={items.some(({ key }) => key === typed) ? typed : ''}
        placeholder={t('settings.testRun.pick')}
        onChange={onPick}
      />
    </FormField>
  );
}

function Result({ result }: { readonly result: TestRunView }) {
  const t = useText();
  const { issueKey, summary, verdict, message, standsIn, from, rule } = result;
  const said = t(`settings.testRun.${verdict}`, { key: issueKey, summary });
  return (
    <Strip tone={TONES[verdict]} announced={said}>
      <p>{said}</p>
      {message !== null && <blockquote className={styles.message}>{message}</blockquote>}
      {standsIn !== null && <p>{t('settings.testRun.elsewhere', { key: issueKey, status: standsIn, from: from.name })}</p>}
      {rule !== 'stands' && verdict === 'stopped' && <p>{t(`settings.testRun.rule.${rule}`)}</p>}
    </Strip>
  );
}

function idOf(row: CoverageRow | undefined): string {
  return row === undefined ? '' : `${row.workflow} ${row.transitionId}`;
}
