import { lazy, Suspense, useEffect } from 'react';
import type { RuleStatus, SettingsView, TypeDraft } from '../../src/contract/settings';
import type { HandoffType, TypeSwitches } from '../../src/domain/type/handoff-type';
import { Strip } from '../kit/feedback/strip';
import form from '../kit/layout/form-layout.module.css';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { BasicFields } from './basic-fields';
import { useWish, type PendingWish } from './editor-wish';
import { ItemsEditor } from './items-editor';
import { MoreSettings } from './more-settings';
import { problemTexts } from './problem-texts';
import { ReceiverFields } from './receiver-fields';
import { RuleStatusLine } from './rule-status-line';
import { SaveBar } from './save-bar';
import type { SettingsSource } from './use-change';
import { useDraftWords } from './use-draft-words';
import type { Drafts } from './use-drafts';
import { useLeaveWarning } from '../kit/layout/use-leave-warning';
import { useTypeDraft } from './use-type-draft';
import { VersionsFold } from './versions-fold';
import { whatNamesLeavers } from './who-left';

/** Folded, and the last that an editor needs. */
const TypeSwitchFields = lazy(() => import('./type-switch-fields').then((part) => ({ default: part.TypeSwitchFields })));
const DraftStrip = lazy(() => import('./compare/draft-strip'));

interface TypeEditorProps {
  readonly view: SettingsView;
  /** Null for a handoff that was never saved. */
  readonly type: HandoffType | null;
  readonly switches: TypeSwitches | null;
  /** What a handoff that was never saved begins with; null for a blank one. */
  readonly initial: TypeDraft | null;
  /** Item a link leads to; it starts open. */
  readonly itemId: string | null;
  readonly source: SettingsSource;
  readonly drafts: Drafts;
  readonly showRuleStatus: (ruleStatus: readonly RuleStatus[]) => void;
  readonly pendingWish: PendingWish;
  /** Name of the handoff with unsaved edits; null when there are none. */
  readonly onUnsaved: (name: string | null) => void;
  readonly onCreated: (typeId: string) => void;
}

/** The editor of one handoff: name, move, checklist and receiver in sight, the rest folded by purpose. Saving publishes. */
export function TypeEditor({
  view,
  type,
  switches,
  initial,
  itemId,
  source,
  drafts,
  showRuleStatus,
  pendingWish,
  onUnsaved,
  onCreated,
}: TypeEditorProps) {
  const t = useText();
  const { locale } = useSurface();
  const editing = useTypeDraft({ view, type, initial, source, drafts, onCreated });
  const { draft, edit, isDirty, problems } = editing;
  const name = draft.name.trim() === '' ? t('settings.types.new') : draft.name;
  const problemOf = problemTexts(problems, t);
  useWish(type?.typeId ?? null, pendingWish, draft, edit);
  useLeaveWarning(isDirty);
  useEffect(() => onUnsaved(isDirty ? name : null), [isDirty, name, onUnsaved]);
  const parts = whatNamesLeavers(draft, view.people, t);
  const kept = drafts.find(type?.typeId ?? null);
  const draftWords = useDraftWords(drafts.people);
  const ruleStatus = view.ruleStatus.find((status) => status.typeId === type?.typeId);

  return (
    <section aria-labelledby="editor-title" className={form.editor}>
      <h2 id="editor-title" className={form.title}>
        {name}
      </h2>
      {ruleStatus !== undefined && switches?.active === true && (
        <RuleStatusLine status={ruleStatus} style={view.project.style} onChecked={showRuleStatus} />
      )}
      {kept !== null && (
        <Suspense fallback={null}>
          <DraftStrip
            kept={kept}
            about={draftWords(kept)}
            published={type}
            draft={draft}
            isOpen={editing.opened === kept.version}
            view={view}
            people={drafts.people}
            onOpen={() => editing.open(kept)}
            onDiscard={() => drafts.discard(kept.typeId)}
          />
        </Suspense>
      )}
      {parts.length > 0 && (
        <Strip tone="warning">
          {t('settings.left', { parts: new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' }).format(parts) })}
        </Strip>
      )}
      <BasicFields draft={draft} statuses={view.statuses} problemOf={problemOf} onChange={edit} />
      <ItemsEditor draft={draft} fields={view.fields} people={view.people} problemOf={problemOf} startItemId={itemId} onChange={edit} />
      <section aria-labelledby="receiver-title">
        <ReceiverFields view={view} receiver={draft.receiver} problemOf={problemOf} onChange={(receiver) => edit({ ...draft, receiver })} />
      </section>
      <div className={form.folds}>
        <MoreSettings draft={draft} view={view} problemOf={problemOf} onChange={edit} />
        {type !== null && switches !== null && (
          <Suspense fallback={null}>
            <TypeSwitchFields typeId={type.typeId} switches={switches} rev={view.rev} source={source} />
          </Suspense>
        )}
        {type !== null && type.version > 1 && <VersionsFold type={type} view={view} />}
      </div>
      <SaveBar editing={editing} isNew={type === null} />
    </section>
  );
}
