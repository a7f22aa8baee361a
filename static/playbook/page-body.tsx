import type { ReactNode } from 'react';
import type { PlaybookPage } from '../../src/contract/playbook';
import { RACI_CELLS } from '../../src/domain/type/check-guide';
import { isReviewDue } from '../../src/domain/type/items-to-review';
import { entryName } from '../kit/people/entry-name';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { formatDay } from '../kit/time/format-day';
import styles from './playbook.module.css';

/** The parts of a page in one order everywhere; what nobody wrote is left out. */
export function PageBody({ page }: { readonly page: PlaybookPage }) {
  const t = useText();
  const { locale } = useSurface();
  const { type, guide, viewer } = page;
  const isKeeper = viewer.isProjectAdmin || viewer.isChampion;
  const { whenUsed, flow, raciR, agenda, pitfalls, example } = guide.guide;
  return (
    <>
      {whenUsed !== '' && (
        <Part id="whenUsed" title={t('playbook.part.whenUsed')}>
          <p className={styles.text}>{whenUsed}</p>
        </Part>
      )}
      {(['inputs', 'process', 'outputs'] as const).map((name) => (
        <Lines key={name} id={name} title={t(`playbook.part.${name}`)} lines={flow[name]} />
      ))}
      <Part id="checklist" title={t('playbook.checklist')}>
        <ul className={styles.list}>
          {type.items.map(({ itemId, title, hint, required, expiresOn, choices }) => (
            <li key={itemId}>
              {title} {!required && <span className={styles.quiet}>({t('common.optional')})</span>}{' '}
              {isKeeper && expiresOn !== undefined && isReviewDue({ expiresOn }, page.today) && (
                <span className={styles.badge}>{t('settings.item.reviewDue', { day: formatDay(expiresOn, locale) })}</span>
              )}
              {hint !== '' && <p className={styles.quiet}>{hint}</p>}
              {choices !== undefined && <p className={styles.quiet}>{choices.map(({ name }) => name).join(' · ')}</p>}
            </li>
          ))}
        </ul>
      </Part>
      {type.notePrompts.length > 0 && (
        <Part id="note" title={t('playbook.note')}>
          <ul className={styles.list}>
            {type.notePrompts.map(({ sectionId, title, hint, required }) => (
              <li key={sectionId}>
                {title} {!required && <span className={styles.quiet}>({t('common.optional')})</span>}
                {hint !== '' && <p className={styles.quiet}>{hint}</p>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {raciR !== null && (
        <Part id="raciR" title={t('playbook.part.raciR')}>
          <dl className={styles.facts}>
            {RACI_CELLS.filter((cell) => raciR[cell].length > 0).map((cell) => (
              <div key={cell}>
                <dt>{t(`playbook.raci.${cell}`)}</dt>
                <dd>{raciR[cell].map((entry) => entryName(entry, page.people, t('common.formerUser'))).join(', ')}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {type.options?.talk !== undefined && type.options.talk !== 'off' && (
        <Part id="talk" title={t('playbook.talk')}>
          <p>{t(`settings.talking.${type.options.talk}Text`)}</p>
        </Part>
      )}
      <Lines id="agenda" title={t('playbook.part.agenda')} lines={agenda} />
      <Lines id="pitfalls" title={t('playbook.part.pitfalls')} lines={pitfalls} />
      {example !== '' && (
        <Part id="example" title={t('playbook.part.example')}>
          <p className={styles.text}>{example}</p>
        </Part>
      )}
    </>
  );
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-labelledby={`part-${id}`} className={styles.part}>
      <h2 id={`part-${id}`} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Lines({ id, title, lines }: { readonly id: string; readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Part id={id} title={title}>
      <ul className={styles.list}>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </Part>
  );
}
