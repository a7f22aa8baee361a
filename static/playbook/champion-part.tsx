import { lazy, Suspense, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChampionHome, PlaybookPage } from '../../src/contract/playbook';
import { findOpenThings, type OpenThing } from '../../src/domain/type/open-for-champion';
import { PAGE_BUDGET } from '../../src/domain/type/playbook-page';
import { call } from '../kit/bridge/call';
import { announce } from '../kit/feedback/announce';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { TextButton } from '../kit/layout/text-button';
import { useOpener } from '../kit/layout/use-opener';
import { JiraLink } from '../kit/navigation/jira-link';
import { sectionPath } from '../kit/navigation/settings-target';
import { personName } from '../kit/people/person-name';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { formatDay } from '../kit/time/format-day';
import { ChampionMonth } from './champion-month';
import styles from './playbook.module.css';

const SuggestChange = lazy(() => import('./suggest-change'));

interface ChampionPartProps {
  readonly page: PlaybookPage;
  readonly onChanged: (page: PlaybookPage) => void;
}

/** For who looks after the type only (S-106), and never on paper: what is open, how the month went, and suggesting a change. */
export function ChampionPart({ page, onChanged }: ChampionPartProps) {
  const t = useText();
  const client = useQueryClient();
  const { project, type, guide, viewer, today } = page;
  const target = { projectKey: project.key, typeId: type.typeId };
  const queryKey = ['playbook.home', target.projectKey, target.typeId];
  const home = useQuery({ queryKey, queryFn: () => call('playbook.home', target) });
  const [fault, setFault] = useState<unknown>(null);
  const [isSuggesting, setIsSuggesting] = useState(false);
  const opener = useOpener(isSuggesting);
  const hasDraft = home.data !== undefined && home.data.draft !== null;
  const open = findOpenThings(type, guide.guide, { today, hasDraft, auditDue: home.data?.auditDue });
  const stillRight = async (): Promise<void> => {
    setFault(null);
    try {
      onChanged(await call('playbook.review', { ...target, version: guide.version }));
      announce(t('settings.guide.reviewedNow'));
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <section aria-labelledby="for-champion" className={styles.notes}>
      <h2 id="for-champion" className={styles.heading}>
        {t('playbook.home.title')}
      </h2>
      {open.length === 0 ? (
        <p className={styles.quiet}>{t('playbook.home.nothingOpen')}</p>
      ) : (
        <ul className={styles.list}>
          {open.map((thing) => (
            <li key={thing.kind === 'itemDue' ? thing.item.itemId : thing.kind}>
              <OpenLine thing={thing} home={home.data ?? null} />
            </li>
          ))}
        </ul>
      )}
      <ErrorStrip error={home.error} onRetry={() => void home.refetch()} />
      {home.data !== undefined && <ChampionMonth month={home.data.month} />}
      <div className={styles.row}>
        <TextButton onClick={() => void stillRight()}>{t('playbook.stillRight')}</TextButton>
        {home.data !== undefined && !isSuggesting && (
          <TextButton ref={opener} onClick={() => setIsSuggesting(true)}>
            {t('playbook.suggest.open')}
          </TextButton>
        )}
        {viewer.isProjectAdmin && (
          <JiraLink
            to={{ kind: 'page', moduleKey: 'handoff-settings', projectKey: project.key, path: sectionPath('playbook', type.typeId) }}
          >
            {t('playbook.edit')}
          </JiraLink>
        )}
      </div>
      <ErrorStrip error={fault} />
      {home.data !== undefined && isSuggesting && (
        <Suspense fallback={<p>{t('common.loading')}</p>}>
          <SuggestChange
            page={page}
            home={home.data}
            onSaved={(saved) => {
              client.setQueryData<ChampionHome>(queryKey, saved);
              setIsSuggesting(false);
              announce(t('playbook.suggest.saved'));
            }}
            onOvertaken={(now) => {
              client.setQueryData<ChampionHome>(queryKey, now.home);
              onChanged(now.page);
            }}
            onLeave={() => setIsSuggesting(false)}
          />
        </Suspense>
      )}
    </section>
  );
}

function OpenLine({ thing, home }: { readonly thing: OpenThing; readonly home: ChampionHome | null }) {
  const t = useText();
  const { locale } = useSurface();
  switch (thing.kind) {
    case 'itemDue':
      return t('playbook.home.itemDue', { title: thing.item.title, day: formatDay(thing.day, locale) });
    case 'pageStale':
      return t('playbook.home.pageStale', { day: formatDay(thing.day, locale) });
    case 'auditDue':
      return t(`audit.due.${thing.due.state}`, { day: formatDay(thing.due.dueOn, locale) });
    case 'unwritten':
      return t('playbook.unwritten', { parts: thing.parts.map((part) => t(`playbook.part.${part}`)).join(', ') });
    case 'tooLong':
      return t('playbook.tooLong', { length: thing.length, budget: PAGE_BUDGET });
    case 'draftWaits': {
      const name = personName(home?.people ?? {}, home?.draft?.savedBy ?? '', t('common.formerUser'));
      const note = home?.draft?.note;
      return (
        <>
          {t('playbook.home.draftWaits', { name })}
          {note !== undefined && <p className={styles.quiet}>{note}</p>}
        </>
      );
    }
  }
}
