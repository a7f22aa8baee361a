import Spinner from '@atlaskit/spinner';
import { useState } from 'react';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { FormField } from '../../kit/form/form-field';
import { parseSettingsTarget } from '../../kit/navigation/settings-target';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { PickOne } from '../pick-from-list';
import type { SettingsSectionProps } from '../settings-sections';
import { AuditOfType } from './audit-of-type';
import styles from './audit.module.css';
import { useAuditView } from './use-audit';

/** Ten questions about one handoff of the project. A handoff that was looked at stays as it is: answers survive a look at another one. */
export default function AuditSection({ view }: SettingsSectionProps) {
  const t = useText();
  const { extension } = useSurface();
  const choices = view.types.map(({ current: { typeId, name } }) => ({ id: typeId, name }));
  const [shown, setShown] = useState(() => firstOf(choices, parseSettingsTarget(extension['location']).typeId));
  const [opened, setOpened] = useState<readonly string[]>([shown]);
  const show = (typeId: string): void => {
    setShown(typeId);
    setOpened((before) => (before.includes(typeId) ? before : [...before, typeId]));
  };
  if (choices.length === 0) return <p>{t('audit.noTypes')}</p>;
  return (
    <section aria-labelledby="audit-title" className={styles.section}>
      <h2 id="audit-title" className={styles.title}>
        {t('audit.title')}
      </h2>
      {choices.length > 1 && (
        <FormField id="audit-type" label={t('audit.pick')}>
          <PickOne inputId="audit-type" choices={choices} value={shown} placeholder={t('audit.pick')} onChange={show} />
        </FormField>
      )}
      {opened.map((typeId) => (
        <div key={typeId} hidden={typeId !== shown}>
          <LoadedAudit typeId={typeId} name={choices.find(({ id }) => id === typeId)?.name ?? ''} projectKey={view.project.key} />
        </div>
      ))}
    </section>
  );
}

function LoadedAudit({ typeId, name, projectKey }: { readonly typeId: string; readonly name: string; readonly projectKey: string }) {
  const t = useText();
  const { data, error, isPending, refetch, show } = useAuditView(typeId);
  if (data === undefined) {
    return isPending ? <Spinner label={t('audit.loading')} size="large" /> : <ErrorStrip error={error} onRetry={() => void refetch()} />;
  }
  return <AuditOfType view={data} name={name} projectKey={projectKey} show={show} />;
}

function firstOf(choices: readonly { readonly id: string }[], asked: string | null): string {
  return choices.find(({ id }) => id === asked)?.id ?? choices[0]?.id ?? '';
}
