import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { SettingsView } from '../../src/contract/settings';
import type { Route } from '../../src/domain/type/handoff-type';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Strip } from '../kit/feedback/strip';
import { TextButton } from '../kit/layout/text-button';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { RouteFields } from './route-fields';
import { routeNames, statusNames } from './status-name';
import styles from './turn-on.module.css';
import { useChange, type SettingsSource } from './use-change';

interface TurnOnProps {
  readonly view: SettingsView;
  readonly source: SettingsSource;
  /** A project without a handoff begins with another one than the proposed. */
  readonly onOther: () => void;
}

/** The settings while handoffs are off: one button, and one question only where no status of the project fits the proposal. */
export function TurnOn({ view, source, onOther }: TurnOnProps) {
  const t = useText();
  const { locale } = useSurface();
  const { proposal } = view;
  const [route, setRoute] = useState<Route>({ fromStatusIds: [], toStatusId: '' });
  const [isAsked, setIsAsked] = useState(false);
  const { isBusy, error, change } = useChange(source);
  const isAnswered = route.fromStatusIds.length > 0 && route.toStatusId !== '' && !route.fromStatusIds.includes(route.toStatusId);

  const turnOn = (): void => {
    if (proposal.route === null && !isAnswered) setIsAsked(true);
    else void change(() => call('settings.turnOn', { rev: view.rev, route: toPayload(proposal.route ?? route) }));
  };

  return (
    <section className={styles.panel} aria-labelledby="turn-on-title">
      <h2 id="turn-on-title" className={styles.title}>
        {t('settings.off.title')}
      </h2>
      <p>{t('settings.off.text')}</p>
      {view.types.length > 0 ? (
        <p>{t('settings.off.again')}</p>
      ) : proposal.route === null ? (
        <div className={styles.question}>
          <p>{t('settings.off.ask')}</p>
          <RouteFields route={route} statuses={view.statuses} onChange={setRoute} />
        </div>
      ) : (
        <p>
          {t('settings.off.proposal', {
            name: proposal.name,
            team: proposal.team,
            ...routeNames(proposal.route, statusNames(view.statuses, t('settings.route.unknown')), locale),
          })}
        </p>
      )}
      <Button appearance="primary" isLoading={isBusy} onClick={turnOn}>
        {t('settings.off.turnOn')}
      </Button>
      {view.types.length === 0 && <TextButton onClick={onOther}>{t('settings.off.other')}</TextButton>}
      <div className={styles.strip}>
        {isAsked && !isAnswered && (
          <Strip tone="warning" announced={t('settings.off.incomplete')}>
            {t('settings.off.incomplete')}
          </Strip>
        )}
        <ErrorStrip error={error} />
      </div>
    </section>
  );
}

function toPayload({ fromStatusIds, toStatusId }: Route) {
  return { fromStatusIds: [...fromStatusIds], toStatusId };
}
