import { useState } from 'react';
import type { RuleStatus, SettingsView } from '../../src/contract/settings';
import type { Route } from '../../src/domain/type/handoff-type';
import { Strip } from '../kit/feedback/strip';
import { TextButton } from '../kit/layout/text-button';
import { parseSettingsTarget } from '../kit/navigation/settings-target';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { TypeEditor } from './type-editor';
import { TypeList } from './type-list';
import type { StartedHandoff } from './settings-sections';
import type { SettingsSource } from './use-change';
import styles from './types-section.module.css';

interface TypesSectionProps {
  readonly view: SettingsView;
  readonly source: SettingsSource;
  readonly showRuleStatus: (ruleStatus: readonly RuleStatus[]) => void;
  readonly started: StartedHandoff | null;
}

/** Which handoff is being edited; `new` is one that was never saved, with a number so that each starts blank. */
type Selection =
  { readonly kind: 'type'; readonly typeId: string } | { readonly kind: 'new'; readonly nth: number; readonly route?: Route };

/** The handoffs of the project and the editor of one of them. Leaving unsaved edits asks first. */
export function TypesSection({ view, source, showRuleStatus, started }: TypesSectionProps) {
  const t = useText();
  const { extension } = useSurface();
  const [target] = useState(() => parseSettingsTarget(extension['location']));
  const [selection, setSelection] = useState<Selection>(() => firstSelection(view, target.typeId));
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const [wanted, setWanted] = useState<Selection | null>(null);
  const selected = selection.kind === 'type' ? view.types.find(({ current }) => current.typeId === selection.typeId) : undefined;

  const select = (next: Selection): void => {
    if (unsaved === null) setSelection(next);
    else setWanted(next);
  };
  const [taken, setTaken] = useState<StartedHandoff | null>(null);
  if (started !== taken) {
    setTaken(started);
    if (started !== null) select({ kind: 'new', ...started });
  }
  const leave = (): void => {
    if (wanted !== null) setSelection(wanted);
    setWanted(null);
    setUnsaved(null);
  };

  return (
    <>
      <section aria-labelledby="types-title" className={styles.types}>
        <h2 id="types-title" className={styles.title}>
          {t('settings.types.title')}
        </h2>
        {view.types.length === 0 && <p>{t('settings.types.empty')}</p>}
        <TypeList view={view} selectedId={selected?.current.typeId ?? null} onSelect={(typeId) => select({ kind: 'type', typeId })} />
        <TextButton onClick={() => select({ kind: 'new', nth: selection.kind === 'new' ? selection.nth + 1 : 1 })}>
          {t('settings.types.add')}
        </TextButton>
      </section>
      {wanted !== null && unsaved !== null && (
        <Strip
          tone="warning"
          announced={t('settings.leave.text', { name: unsaved })}
          actions={
            <>
              <TextButton onClick={() => setWanted(null)}>{t('settings.leave.no')}</TextButton>
              <TextButton onClick={leave}>{t('settings.leave.yes')}</TextButton>
            </>
          }
        >
          {t('settings.leave.text', { name: unsaved })}
        </Strip>
      )}
      <TypeEditor
        key={selection.kind === 'type' ? selection.typeId : `new-${selection.nth}-${selection.route?.toStatusId ?? ''}`}
        view={view}
        type={selected?.current ?? null}
        switches={selected?.switches ?? null}
        itemId={selected?.current.typeId === target.typeId ? target.itemId : null}
        {...(selection.kind === 'new' && selection.route !== undefined ? { startRoute: selection.route } : {})}
        source={source}
        showRuleStatus={showRuleStatus}
        onUnsaved={setUnsaved}
        onCreated={(typeId) => setSelection({ kind: 'type', typeId })}
      />
    </>
  );
}

function firstSelection({ types }: SettingsView, typeId: string | null): Selection {
  const asked = types.find(({ current }) => current.typeId === typeId) ?? types.find(({ switches }) => switches.active) ?? types[0];
  return asked === undefined ? { kind: 'new', nth: 1 } : { kind: 'type', typeId: asked.current.typeId };
}
