import Spinner from '@atlaskit/spinner';
import { useQuery } from '@tanstack/react-query';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { JiraLink } from '../kit/navigation/jira-link';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { parseConfiguration, type GadgetConfiguration } from './gadget-configuration';
import styles from './gadget.module.css';
import { TypePart } from './type-part';

/** The health of chosen handoffs on a dashboard; without a choice it says how to make one. */
export function HealthGadget() {
  const t = useText();
  const { extension } = useSurface();
  const configuration = parseConfiguration(extension['gadgetConfiguration']);
  return (
    <main className={styles.gadget}>
      {configuration === null ? <p className={styles.quiet}>{t('gadget.unset')}</p> : <Chosen configuration={configuration} />}
    </main>
  );
}

function Chosen({ configuration }: { readonly configuration: GadgetConfiguration }) {
  const t = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['gadget.health', configuration],
    queryFn: () => call('gadget.health', { ...configuration, typeIds: [...configuration.typeIds] }),
  });
  if (data === undefined)
    return error === null ? <Spinner label={t('gadget.loading')} /> : <ErrorStrip error={error} onRetry={() => void refetch()} />;
  const { project, on, types } = data;
  return (
    <>
      <h1 className={styles.project}>
        <JiraLink to={{ kind: 'page', moduleKey: 'handoffs', projectKey: project.key }}>{project.name}</JiraLink>
      </h1>
      {!on && <p className={styles.quiet}>{t('gadget.off')}</p>}
      {on && types.length === 0 && <p className={styles.quiet}>{t('gadget.noTypes')}</p>}
      {on && types.map((type) => <TypePart key={type.typeId} type={type} health={data} />)}
    </>
  );
}
