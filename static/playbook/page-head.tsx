import { useState } from 'react';
import type { PlaybookPage } from '../../src/contract/playbook';
import { findUnwrittenParts, isStale, PAGE_BUDGET, pageLength } from '../../src/domain/type/playbook-page';
import { call } from '../kit/bridge/call';
import { announce } from '../kit/feedback/announce';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { TextButton } from '../kit/layout/text-button';
import { JiraLink } from '../kit/navigation/jira-link';
import { sectionPath } from '../kit/navigation/settings-target';
import { personName } from '../kit/people/person-name';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { formatDay } from '../kit/time/format-day';
import styles from './playbook.module.css';

interface PageHeadProps {
  readonly page: PlaybookPage;
  readonly onChanged: (page: PlaybookPage) => void;
}

/** What the page is about and how fresh it is; who may write it is told what is missing and what is too long. */
export function PageHead({ page, onChanged }: PageHeadProps) {
  const t = useText();
  const { locale } = useSurface();
  const { project, type, statusNames, guide, people, viewer, today } = page;
  const mayWrite = viewer.isProjectAdmin || viewer.isChampion;
  const nameOf = (statusId: string): string => statusNames[statusId] ?? statusId;
  const from = new Intl.ListFormat(locale, { type: 'disjunction' }).format(type.route.fromStatusIds.map(nameOf));
  const { championId, reviewedOn, reviewedBy } = guide.guide;
  const unknown = t('common.formerUser');
  return (
    <header className={styles.head}>
      <h1 id="page-title" className={styles.title}>
        {type.name}
      </h1>
      <p className={styles.quiet}>
        {project.name} · {t('settings.route.text', { from, to: nameOf(type.route.toStatusId) })}
      </p>
      <p>
        {championId === null ? t('playbook.noChampion') : t('playbook.champion', { name: personName(people, championId, unknown) })} ·{' '}
        {reviewedOn === null
          ? t('playbook.neverReviewed')
          : t('playbook.reviewed', { day: formatDay(reviewedOn, locale), name: personName(people, reviewedBy ?? '', unknown) })}{' '}
        {isStale(guide.guide, today) && <span className={styles.badge}>{t('playbook.stale')}</span>}
      </p>
      {mayWrite && <WriterNotes page={page} onChanged={onChanged} />}
    </header>
  );
}

/** For who may write the page only, and never on paper. */
function WriterNotes({ page, onChanged }: PageHeadProps) {
  const t = useText();
  const [error, setError] = useState<unknown>(null);
  const { project, type, guide, viewer } = page;
  const unwritten = findUnwrittenParts(guide.guide);
  const length = pageLength(type, guide.guide);
  const stillRight = async (): Promise<void> => {
    setError(null);
    try {
      onChanged(await call('playbook.review', { projectKey: project.key, typeId: type.typeId, version: guide.version }));
      announce(t('settings.guide.reviewedNow'));
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <div className={styles.notes}>
      {unwritten.length > 0 && (
        <p className={styles.quiet}>{t('playbook.unwritten', { parts: unwritten.map((part) => t(`playbook.part.${part}`)).join(', ') })}</p>
      )}
      {length > PAGE_BUDGET && <p className={styles.quiet}>{t('playbook.tooLong', { length, budget: PAGE_BUDGET })}</p>}
      <div className={styles.row}>
        <TextButton onClick={() => void stillRight()}>{t('playbook.stillRight')}</TextButton>
        {viewer.isProjectAdmin && (
          <JiraLink
            to={{ kind: 'page', moduleKey: 'handoff-settings', projectKey: project.key, path: sectionPath('playbook', type.typeId) }}
          >
            {t('playbook.edit')}
          </JiraLink>
        )}
      </div>
      <ErrorStrip error={error} />
    </div>
  );
}
