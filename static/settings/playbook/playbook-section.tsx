import { useState } from 'react';
import Spinner from '@atlaskit/spinner';
import { EMPTY_GUIDE } from '../../../src/domain/type/guide';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { FormField } from '../../kit/form/form-field';
import { parseSettingsTarget } from '../../kit/navigation/settings-target';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { PickOne } from '../pick-from-list';
import type { SettingsSectionProps } from '../settings-sections';
import { GuideEditor } from './guide-editor';
import styles from './playbook-section.module.css';
import { useGuides } from './use-guides';

/** What is written about each handoff beside its rules: everything here is optional, and everybody who sees the project can read it. */
export default function PlaybookSection({ view, makeWish }: SettingsSectionProps) {
  const t = useText();
  const { extension } = useSurface();
  const { view: guides, error, isLoading, reload, show } = useGuides();
  const [picked, setPicked] = useState(() => parseSettingsTarget(extension['location']).typeId);
  const type = view.types.find(({ current }) => current.typeId === picked)?.current ?? view.types[0]?.current;

  if (guides === undefined) {
    return isLoading ? <Spinner label={t('settings.loading')} size="large" /> : <ErrorStrip error={error} onRetry={() => void reload()} />;
  }
  if (type === undefined) return <p>{t('settings.guide.noType')}</p>;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.quiet}>{t('settings.guide.intro')}</p>
        {view.types.length > 1 && (
          <FormField id="guide-type" label={t('settings.guide.type')}>
            <PickOne
              inputId="guide-type"
              choices={view.types.map(({ current }) => ({ id: current.typeId, name: current.name }))}
              value={type.typeId}
              placeholder=""
              onChange={setPicked}
            />
          </FormField>
        )}
      </div>
      {view.types.map(({ current }) => (
        <div key={current.typeId} hidden={current.typeId !== type.typeId}>
          <GuideEditor
            settings={view}
            type={current}
            stored={
              guides.guides.find(({ typeId }) => typeId === current.typeId) ?? { typeId: current.typeId, version: 0, guide: EMPTY_GUIDE }
            }
            guides={guides}
            source={{ show, reload: () => void reload() }}
            makeWish={makeWish}
          />
        </div>
      ))}
    </>
  );
}
