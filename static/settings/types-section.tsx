import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import Spinner from '@atlaskit/spinner';
import type { RuleStatus, SettingsView, TypeDraft } from '../../src/contract/settings';
import { newCommandId } from '../kit/bridge/command-id';
import { Strip } from '../kit/feedback/strip';
import { TextButton } from '../kit/layout/text-button';
import { parseSettingsTarget } from '../kit/navigation/settings-target';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { NO_WISH, type PendingWish } from './editor-wish';
import type { StartedHandoff } from './settings-sections';
import { blankDraft } from './type-draft';
import { TypeEditor } from './type-editor';
import { TypeList } from './type-list';
import type { SettingsSource } from './use-change';
import { useDrafts } from './use-drafts';
import { AuditsDue } from './audits-due';
import styles from './types-section.module.css';

const StarterPicker = lazy(() => import('./starter-picker').then((part) => ({ default: part.StarterPicker })));

interface TypesSectionProps {
  readonly view: SettingsView;
  readonly source: SettingsSource;
  readonly showRuleStatus: (ruleStatus: readonly RuleStatus[]) => void;
  /** Opens the audits; where there is no other section, none is ever due. */
  readonly onOpenAudit?: () => void;
  /** What another section wants added to a type; where there is no other section, nothing ever is. */
  readonly pendingWish?: PendingWish;
  /** A new handoff another section asked for; where there is no other section, none is. */
  readonly started?: StartedHandoff | null;
}

/** Which handoff is being edited; `new` is one that was never saved, from a starter or blank; `choose`: it is still to be said from which. */
type Selection =
  | { readonly kind: 'type'; readonly typeId: string }
  | { readonly kind: 'choose' }
  | { readonly kind: 'new'; readonly initial: TypeDraft | null; readonly nth?: number };

/** The handoffs of the project and the editor of one of them. Leaving unsaved edits asks first. */
export function TypesSection({ view, source, showRuleStatus, onOpenAudit, pendingWish = NO_WISH, started = null }: TypesSectionProps) {
  const t = useText();
  const { extension } = useSurface();
  const [target] = useState(() => parseSettingsTarget(extension['location']));
  const [selection, setSelection] = useState<Selection>(() => firstSelection(view, target.typeId));
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const [wanted, setWanted] = useState<Selection | null>(null);
  const wasPicked = useRef(false);
  const drafts = useDrafts();
  const newDraft = drafts.find(null);
  const selected = selection.kind === 'type' ? view.types.find(({ current }) => current.typeId === selection.typeId) : undefined;

  const select = (next: Selection): void => {
    if (unsaved === null) setSelection(next);
    else setWanted(next);
  };
  const [taken, setTaken] = useState<StartedHandoff | null>(null);
  if (started !== taken) {
    setTaken(started);
    if (started !== null) {
      const titles = { situation: t('settings.prompt.situation'), recommendation: t('settings.prompt.recommendation') };
      select({ kind: 'new', initial: { ...blankDraft(titles, newCommandId), route: started.route }, nth: started.nth });
    }
  }
  // A wish opens its own type; unsaved edits of another one ask first, as they do when somebody picks it.
  const wishedId = pendingWish.wish?.typeId ?? null;
  const isOpen = selected?.current.typeId === wishedId;
  useEffect(() => {
    if (wishedId === null || isOpen) return;
    const next: Selection = { kind: 'type', typeId: wishedId };
    setSelection((now) => (unsaved === null ? next : now));
    if (unsaved !== null) setWanted(next);
  }, [wishedId, isOpen, unsaved]);
  const begin = (initial: TypeDraft | null): void => {
    wasPicked.current = true;
    setSelection({ kind: 'new', initial });
  };
  // What was pressed is gone: the keyboard goes on where the new handoff begins.
  useEffect(() => {
    if (selection.kind === 'new' && wasPicked.current) document.getElementById(fieldIds.name)?.focus();
    wasPicked.current = false;
  }, [selection]);
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
        <TypeList
          view={view}
          drafts={drafts}
          selectedId={selected?.current.typeId ?? null}
          onSelect={(typeId) => select({ kind: 'type', typeId })}
        />
        {onOpenAudit !== undefined && <AuditsDue due={drafts.auditsDue} types={view.types} onOpen={onOpenAudit} />}
        {view.types.length > 0 && <TextButton onClick={() => select({ kind: 'choose' })}>{t('settings.types.add')}</TextButton>}
        {newDraft !== null && selection.kind !== 'new' && (
          <TextButton onClick={() => select({ kind: 'new', initial: null })}>{t('settings.draft.toNew')}</TextButton>
        )}
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
      {selection.kind === 'choose' ? (
        <Suspense fallback={<Spinner label={t('settings.loading')} size="large" />}>
          <StarterPicker statuses={view.statuses} onPick={begin} />
        </Suspense>
      ) : (
        <TypeEditor
          key={selection.kind === 'type' ? selection.typeId : `new-${selection.nth ?? 0}`}
          view={view}
          type={selected?.current ?? null}
          switches={selected?.switches ?? null}
          initial={selection.kind === 'new' ? selection.initial : null}
          itemId={selected?.current.typeId === target.typeId ? target.itemId : null}
          source={source}
          drafts={drafts}
          showRuleStatus={showRuleStatus}
          pendingWish={pendingWish}
          onUnsaved={setUnsaved}
          onCreated={(typeId) => setSelection({ kind: 'type', typeId })}
        />
      )}
    </>
  );
}

function firstSelection({ types }: SettingsView, typeId: string | null): Selection {
  const asked = types.find(({ current }) => current.typeId === typeId) ?? types.find(({ switches }) => switches.active) ?? types[0];
  return asked === undefined ? { kind: 'choose' } : { kind: 'type', typeId: asked.current.typeId };
}
