import { Fold } from '../layout/fold';
import { JiraLink } from '../navigation/jira-link';
import type { JiraPlace } from '../navigation/jira-place';
import { playbookPath } from '../navigation/playbook-target';
import { useSurface } from '../surface/surface-context';
import { useText } from '../text/use-text';
import styles from './help-panel.module.css';

/** Where in the product an answer leads. */
type Feature = 'settings' | 'month' | 'playbook';

/** What people ask about handoffs, in the order they ask it, each with where the answer lives. */
const ANSWERS: readonly { readonly id: 'much' | 'worth' | 'talk' | 'zones' | 'failed'; readonly features: readonly Feature[] }[] = [
  { id: 'much', features: ['settings', 'month'] },
  { id: 'worth', features: ['month'] },
  { id: 'talk', features: ['playbook', 'settings'] },
  { id: 'zones', features: ['settings'] },
  { id: 'failed', features: ['month', 'playbook'] },
];

/** Five questions with their answers in a few sentences, each linked to what it talks about. */
export default function HelpPanel() {
  const t = useText();
  const { extension } = useSurface();
  const projectKey = projectKeyOf(extension['project']);
  return (
    <section aria-label={t('help.title')} className={styles.panel}>
      {ANSWERS.map(({ id, features }) => (
        <Fold key={id} group="help" summary={t(`help.${id}.question`)}>
          <p>{t(`help.${id}.answer`)}</p>
          <p className={styles.links}>
            {projectKey !== null &&
              features.map((feature) => (
                <JiraLink key={feature} to={placeOf(feature, projectKey)}>
                  {t(`help.to.${feature}`)}
                </JiraLink>
              ))}
          </p>
        </Fold>
      ))}
    </section>
  );
}

function placeOf(feature: Feature, projectKey: string): JiraPlace {
  switch (feature) {
    case 'settings':
      return { kind: 'page', moduleKey: 'handoff-settings', projectKey };
    case 'month':
      return { kind: 'page', moduleKey: 'handoffs', projectKey };
    case 'playbook':
      return { kind: 'page', moduleKey: 'playbook', path: playbookPath({ projectKey }) };
  }
}

/** The project the surface stands in, as Jira tells it; null where it stands in none. */
function projectKeyOf(project: unknown): string | null {
  if (typeof project !== 'object' || project === null || !('key' in project)) return null;
  return typeof project.key === 'string' ? project.key : null;
}
