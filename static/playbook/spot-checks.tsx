import { useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenSpotCheck, SpotCheckView } from '../../src/contract/spot-check';
import type { Says } from '../../src/domain/spot-check/spot-check';
import { call } from '../kit/bridge/call';
import { CallFailure } from '../kit/bridge/call-failure';
import { announce } from '../kit/feedback/announce';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { TextButton } from '../kit/layout/text-button';
import { useOpener } from '../kit/layout/use-opener';
import { JiraLink } from '../kit/navigation/jira-link';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { SpotCheckForm } from './spot-check-form';
import { SpotCheckMonths } from './spot-check-months';
import { SpotCheckNumbers } from './spot-check-numbers';
import styles from './playbook.module.css';

interface SpotChecksProps {
  readonly projectKey: string;
  readonly typeId: string;
}

/** Drawn handoffs whose answers somebody looks at, and what was found so far; for who looks after the type, never on paper (M16). */
export default function SpotChecks({ projectKey, typeId }: SpotChecksProps) {
  const t = useText();
  const client = useQueryClient();
  const { locale } = useSurface();
  const target = { projectKey, typeId };
  const queryKey = ['playbook.spotChecks', projectKey, typeId];
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => call('playbook.spotChecks', target) });
  const heading = useRef<HTMLHeadingElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const isOvertaken = fault !== null && CallFailure.of(fault).code === 'CONFIG_CONFLICT';
  const save = async (check: { handoffId: string; answers: { itemId: string; says: Says }[] } | null): Promise<void> => {
    setFault(null);
    try {
      client.setQueryData<SpotCheckView>(queryKey, await call('playbook.saveSpotCheck', { ...target, version: data?.version ?? 0, check }));
      setOpenId(null);
      heading.current?.focus();
      announce(t(check === null ? 'playbook.spot.begun' : 'playbook.spot.saved'));
    } catch (thrown) {
      setFault(thrown);
      if (CallFailure.of(thrown).code === 'CONFIG_CONFLICT') await refetch();
    }
  };
  return (
    <section aria-labelledby="spot-checks" className={styles.notes}>
      <h2 id="spot-checks" ref={heading} tabIndex={-1} className={styles.heading}>
        {t('playbook.spot.title')}
      </h2>
      <ErrorStrip error={error} onRetry={() => void refetch()} />
      {data !== undefined && data.rate !== null && <SpotCheckNumbers numbers={data.numbers} />}
      {data !== undefined && data.rate === null && (
        <>
          <p className={styles.quiet}>{t('playbook.spot.intro')}</p>
          <div>
            <TextButton onClick={() => void save(null)}>{t('playbook.spot.begin')}</TextButton>
          </div>
        </>
      )}
      {data !== undefined && data.rate !== null && (
        <p className={styles.quiet}>
          {t('playbook.spot.rate', { rate: data.rate.toLocaleString(locale, { maximumFractionDigits: 1 }) })}{' '}
          {data.open.length === 0 && t('playbook.spot.nothing')} {data.own > 0 && t('playbook.spot.own', { count: data.own })}
        </p>
      )}
      {isOvertaken ? <p role="alert">{t('playbook.spot.overtaken')}</p> : <ErrorStrip error={fault} />}
      {data !== undefined && <SpotCheckMonths months={data.numbers.months} fileName={`${projectKey}-${typeId}-spot-checks`} />}
      {data !== undefined && data.open.length > 0 && (
        <ul className={styles.plain}>
          {data.open.map((drawn) => (
            <DrawnLine key={drawn.handoffId} drawn={drawn} isOpen={openId === drawn.handoffId} onOpen={setOpenId} onSave={save} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface DrawnLineProps {
  readonly drawn: OpenSpotCheck;
  readonly isOpen: boolean;
  readonly onOpen: (handoffId: string | null) => void;
  readonly onSave: (check: { handoffId: string; answers: { itemId: string; says: Says }[] }) => Promise<void>;
}

function DrawnLine({ drawn, isOpen, onOpen, onSave }: DrawnLineProps) {
  const t = useText();
  const { handoffId, issueKey, summary } = drawn;
  const opener = useOpener(isOpen);
  return (
    <li className={styles.part}>
      <div className={styles.row}>
        <JiraLink to={{ kind: 'workItem', key: issueKey }}>
          {issueKey} {summary}
        </JiraLink>
        {!isOpen && (
          <TextButton ref={opener} label={t('playbook.spot.checkLabel', { key: issueKey })} onClick={() => onOpen(handoffId)}>
            {t('playbook.spot.check')}
          </TextButton>
        )}
      </div>
      {isOpen && <SpotCheckForm drawn={drawn} onSave={(answers) => onSave({ handoffId, answers })} onLeave={() => onOpen(null)} />}
    </li>
  );
}
