import { lazy, Suspense, useCallback, useMemo, useState, type ComponentType } from 'react';
import Spinner from '@atlaskit/spinner';
import type { RuleStatus, SettingsView } from '../../src/contract/settings';
import type { Route } from '../../src/domain/type/handoff-type';
import { parseSettingsTarget } from '../kit/navigation/settings-target';
import { useSurface } from '../kit/surface/surface-context';
import type { TextKey } from '../kit/text/format-text';
import { useText } from '../kit/text/use-text';
import type { EditorWish, MakeWish, PendingWish } from './editor-wish';
import { HandoffsSection } from './handoffs-section';
import styles from './settings-sections.module.css';
import type { SettingsSource } from './use-change';

/** What every section of the settings is given. */
export interface SettingsSectionProps {
  readonly view: SettingsView;
  readonly source: SettingsSource;
  readonly showRuleStatus: (ruleStatus: readonly RuleStatus[]) => void;
  /** Asks the editor of a type to add something, unsaved. */
  readonly makeWish: MakeWish;
  /** What the editor is asked to add. */
  readonly pendingWish: PendingWish;
  /** Shows another section, by its id. */
  readonly showSection: (id: string) => void;
  /** Opens the editor of a new handoff along this route. */
  readonly startHandoff: (route: Route) => void;
  /** The handoff asked for last; null: none was. */
  readonly started: StartedHandoff | null;
}

/** A new handoff to be edited, with a number so that each starts blank. */
export interface StartedHandoff {
  readonly nth: number;
  readonly route: Route;
}

interface SettingsSection {
  readonly id: string;
  /** Key of its name. */
  readonly name: TextKey;
  readonly Section: ComponentType<SettingsSectionProps>;
}

/** Parts of the settings by purpose, in the order people see. What most admins need is the first; the rest is loaded when it is opened. */
const SECTIONS: readonly SettingsSection[] = [
  { id: 'handoffs', name: 'settings.section.handoffs', Section: HandoffsSection },
  { id: 'rules', name: 'settings.section.rules', Section: lazy(() => import('./rules/rules-section')) },
  { id: 'playbook', name: 'settings.section.playbook', Section: lazy(() => import('./playbook/playbook-section')) },
  { id: 'audit', name: 'settings.section.audit', Section: lazy(() => import('./audit/audit-section')) },
  { id: 'numbers', name: 'settings.section.numbers', Section: lazy(() => import('./numbers/numbers-section')) },
];

/** The settings of a project, one section in sight. A section that was opened stays as it is: edits survive a look elsewhere. */
export function SettingsSections(
  props: Omit<SettingsSectionProps, 'makeWish' | 'pendingWish' | 'showSection' | 'startHandoff' | 'started'>,
) {
  const t = useText();
  const { extension } = useSurface();
  const [shown, setShown] = useState(() => sectionOf(parseSettingsTarget(extension['location']).section));
  const [opened, setOpened] = useState<readonly string[]>([shown]);
  const [wish, setWish] = useState<EditorWish | null>(null);
  const onGranted = useCallback(() => setWish(null), []);
  const pendingWish = useMemo(() => ({ wish, onGranted }), [wish, onGranted]);
  const show = (id: string): void => {
    setShown(id);
    setOpened((before) => (before.includes(id) ? before : [...before, id]));
  };
  const [started, setStarted] = useState<StartedHandoff | null>(null);
  const startHandoff = (route: Route): void => {
    setStarted((before) => ({ nth: (before?.nth ?? 0) + 1, route }));
    show('handoffs');
  };
  const makeWish = (made: EditorWish): void => {
    setWish(made);
    show('handoffs');
  };
  return (
    <>
      {SECTIONS.length > 1 && (
        <nav aria-label={t('settings.section.label')} className={styles.tabs}>
          {SECTIONS.map(({ id, name }) => (
            <button key={id} type="button" className={styles.tab} aria-current={id === shown ? 'page' : undefined} onClick={() => show(id)}>
              {t(name)}
            </button>
          ))}
        </nav>
      )}
      {SECTIONS.filter(({ id }) => opened.includes(id)).map(({ id, Section }) => (
        <div key={id} hidden={id !== shown} className={styles.section}>
          <Suspense fallback={<Spinner label={t('settings.loading')} size="large" />}>
            <Section
              {...props}
              showSection={show}
              makeWish={makeWish}
              pendingWish={pendingWish}
              startHandoff={startHandoff}
              started={started}
            />
          </Suspense>
        </div>
      ))}
    </>
  );
}

function sectionOf(asked: string | null): string {
  return SECTIONS.some(({ id }) => id === asked) && asked !== null ? asked : 'handoffs';
}
