import { useState } from 'react';
import type { LimitsView } from '../../../src/contract/chart-limits';
import type { LimitsStart } from '../../../src/domain/metrics/limits-starts';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import styles from './numbers-section.module.css';

interface LimitsLineProps {
  readonly start: LimitsStart;
  readonly people: LimitsView['people'];
  readonly onTakeBack: () => Promise<boolean>;
}

/** One day from which limits are new: why, by whom, and a way back that asks first. */
export function LimitsLine({ start: { from, reason, by, at }, people, onTakeBack }: LimitsLineProps) {
  const t = useText();
  const { locale } = useSurface();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const opener = useOpener(isAsking);
  const day = formatDay(from, locale);
  const takeBack = async (): Promise<void> => {
    setIsBusy(true);
    if (await onTakeBack()) return;
    setIsBusy(false);
    setIsAsking(false);
  };
  return (
    <li className={styles.start}>
      <p>{t('settings.limits.from', { day, reason })}</p>
      <p className={styles.quiet}>
        {t('settings.limits.by', { name: personName(people, by, t('common.formerUser')), day: formatDay(at.slice(0, 10), locale) })}{' '}
        {!isAsking && (
          <TextButton ref={opener} onClick={() => setIsAsking(true)} label={t('settings.limits.takeBackLabel', { day })}>
            {t('settings.limits.takeBack')}
          </TextButton>
        )}
      </p>
      {isAsking && (
        <Strip
          tone="warning"
          announced={t('settings.limits.ask', { day })}
          actions={
            !isBusy && (
              <>
                <TextButton onClick={() => setIsAsking(false)}>{t('settings.limits.keep')}</TextButton>
                <TextButton onClick={() => void takeBack()}>{t('settings.limits.takeBackYes')}</TextButton>
              </>
            )
          }
        >
          {t('settings.limits.ask', { day })}
        </Strip>
      )}
    </li>
  );
}
