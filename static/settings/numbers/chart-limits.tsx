import Spinner from '@atlaskit/spinner';
import { useRef, useState } from 'react';
import type { LimitsView, TypeLimits } from '../../../src/contract/chart-limits';
import type { SettingsView } from '../../../src/contract/settings';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { FormField } from '../../kit/form/form-field';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { parseSettingsTarget } from '../../kit/navigation/settings-target';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { PickOne } from '../pick-from-list';
import { LimitsForm } from './limits-form';
import { LimitsLine } from './limits-line';
import styles from './numbers-section.module.css';
import { useLimits, type LimitsChange } from './use-limits';

/** From which days the limits of a handoff's charts are made anew: one more, with a reason, or one taken back. */
export function ChartLimits({ types }: Pick<SettingsView, 'types'>) {
  const t = useText();
  const { extension } = useSurface();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, retry, fault, isOvertaken, change } = useLimits();
  const choices = types.map(({ current: { typeId, name } }) => ({ id: typeId, name }));
  const [asked, setAsked] = useState(() => parseSettingsTarget(extension['location']).typeId);
  const shown = choices.find(({ id }) => id === asked) ?? choices[0];
  const limits = data?.types.find(({ typeId }) => typeId === shown?.id);
  if (shown === undefined) return null;
  return (
    <section aria-labelledby="limits-title" className={styles.section}>
      <h2 id="limits-title" ref={heading} tabIndex={-1} className={styles.title}>
        {t('settings.limits.title')}
      </h2>
      <p>{t('settings.limits.intro')}</p>
      {choices.length > 1 && (
        <FormField id="limits-type" label={t('settings.limits.pick')}>
          <PickOne inputId="limits-type" choices={choices} value={shown.id} placeholder={t('settings.limits.pick')} onChange={setAsked} />
        </FormField>
      )}
      <ErrorStrip error={error} onRetry={retry} />
      {data === undefined && error === null && <Spinner label={t('settings.loading')} />}
      {isOvertaken ? <p role="alert">{t('settings.limits.overtaken')}</p> : <ErrorStrip error={fault} />}
      {data !== undefined && limits !== undefined && (
        <LimitsOfType
          key={shown.id}
          view={data}
          limits={limits}
          onChange={async (given) => {
            if (!(await change(limits, given))) return false;
            announce(t(given.kind === 'start' ? 'settings.limits.begun' : 'settings.limits.takenBack'));
            heading.current?.focus();
            return true;
          }}
        />
      )}
    </section>
  );
}

interface LimitsOfTypeProps {
  readonly view: LimitsView;
  readonly limits: TypeLimits;
  /** Answers whether it is stored. */
  readonly onChange: (change: LimitsChange) => Promise<boolean>;
}

function LimitsOfType({ view, limits, onChange }: LimitsOfTypeProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useOpener(isOpen);
  return (
    <>
      {limits.starts.length === 0 && <p className={styles.quiet}>{t('settings.limits.none')}</p>}
      {limits.starts.length > 0 && (
        <ul className={styles.starts}>
          {limits.starts.toReversed().map((start) => (
            <LimitsLine
              key={start.from}
              start={start}
              people={view.people}
              onTakeBack={() => onChange({ kind: 'takeBack', from: start.from })}
            />
          ))}
        </ul>
      )}
      {isOpen ? (
        <LimitsForm
          today={view.today}
          taken={limits.starts.map(({ from }) => from)}
          onSave={async (start) => {
            if (await onChange({ kind: 'start', ...start })) setIsOpen(false);
          }}
          onLeave={() => setIsOpen(false)}
        />
      ) : (
        <div>
          <TextButton ref={opener} onClick={() => setIsOpen(true)}>
            {t('settings.limits.open')}
          </TextButton>
        </div>
      )}
    </>
  );
}
