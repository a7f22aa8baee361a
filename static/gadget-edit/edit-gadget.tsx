import Spinner from '@atlaskit/spinner';
import { useQuery } from '@tanstack/react-query';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { parseConfiguration } from '../gadget/gadget-configuration';
import { ChoiceForm } from './choice-form';
import styles from './edit-gadget.module.css';

/** Which project and which of its handoffs the gadget is about. */
export function EditGadget() {
  const t = useText();
  const { extension } = useSurface();
  const { data, error, refetch } = useQuery({ queryKey: ['gadget.projects'], queryFn: () => call('gadget.projects', {}) });
  return (
    <main className={styles.page}>
      {data !== undefined ? (
        data.projects.length === 0 ? (
          <p>{t('gadget.edit.noProjects')}</p>
        ) : (
          <ChoiceForm projects={data.projects} stored={parseConfiguration(extension['gadgetConfiguration'])} />
        )
      ) : error === null ? (
        <Spinner label={t('gadget.loading')} />
      ) : (
        <ErrorStrip error={error} onRetry={() => void refetch()} />
      )}
    </main>
  );
}
