import type { PlaybookPage } from '../../src/contract/playbook';
import { isStale } from '../../src/domain/type/playbook-page';
import { personName } from '../kit/people/person-name';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { formatDay } from '../kit/time/format-day';
import styles from './playbook.module.css';

/** What the page is about and how fresh it is. */
export function PageHead({ page }: { readonly page: PlaybookPage }) {
  const t = useText();
  const { locale } = useSurface();
  const { project, type, statusNames, guide, people, today } = page;
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
    </header>
  );
}
