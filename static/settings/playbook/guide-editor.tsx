import Textarea from '@atlaskit/textarea';
import type { GuidesView, GuideView } from '../../../src/contract/guide';
import type { SettingsView } from '../../../src/contract/settings';
import type { HandoffType } from '../../../src/domain/type/handoff-type';
import { findUnwrittenParts } from '../../../src/domain/type/playbook-page';
import { FormField } from '../../kit/form/form-field';
import { Fold } from '../../kit/layout/fold';
import form from '../../kit/layout/form-layout.module.css';
import { JiraLink } from '../../kit/navigation/jira-link';
import { playbookPath } from '../../kit/navigation/playbook-target';
import { useText } from '../../kit/text/use-text';
import type { MakeWish } from '../editor-wish';
import { FoldSummary } from '../fold-summary';
import { useLeaveWarning } from '../../kit/layout/use-leave-warning';
import { ChampionField } from './champion-field';
import { FlowFields } from './flow-fields';
import { GuideReview } from './guide-review';
import { GuideSaveBar } from './guide-save-bar';
import { GuideVersions } from './guide-versions';
import { LinesField } from './lines-field';
import styles from './playbook-section.module.css';
import { RaciFields } from './raci-fields';
import { useGuideDraft, type GuideSource } from './use-guide-draft';

interface GuideEditorProps {
  readonly settings: SettingsView;
  readonly type: HandoffType;
  readonly stored: GuideView;
  readonly guides: GuidesView;
  readonly source: GuideSource;
  readonly makeWish: MakeWish;
}

/** The written part of one handoff's playbook page: when it is used and who looks after it in sight, the rest folded by purpose. */
export function GuideEditor({ settings, type, stored, guides, source, makeWish }: GuideEditorProps) {
  const t = useText();
  const editing = useGuideDraft(stored, source);
  const { draft, edit } = editing;
  useLeaveWarning(editing.isDirty);
  const unwritten = findUnwrittenParts(stored.guide);
  const id = (name: string): string => `guide-${name}-${type.typeId}`;
  const people = { ...settings.people, ...guides.people };
  const setList = (name: keyof typeof draft.lists, text: string): void => edit({ lists: { ...draft.lists, [name]: text } });
  const count = (...names: (keyof typeof draft.lists)[]): string | undefined => {
    const lines = names.flatMap((name) => draft.lists[name].split('\n')).filter((line) => line.trim() !== '').length;
    return lines === 0 ? undefined : t('settings.guide.lines', { count: lines });
  };
  const entries = Object.values(draft.raciR).flat().length;

  return (
    <section aria-labelledby={id('title')} className={form.editor}>
      <div className={form.stack}>
        <h2 id={id('title')} className={form.title}>
          {type.name}
        </h2>
        <GuideReview guides={guides} stored={stored} isDirty={editing.isDirty} onStillRight={() => void editing.stillRight()} />
        {unwritten.length > 0 && (
          <p className={styles.quiet}>
            {t('playbook.unwritten', { parts: unwritten.map((part) => t(`playbook.part.${part}`)).join(', ') })}
          </p>
        )}
        <p>
          <JiraLink
            to={{ kind: 'page', moduleKey: 'playbook', path: playbookPath({ projectKey: settings.project.key, typeId: type.typeId }) }}
          >
            {t('settings.guide.see')}
          </JiraLink>
        </p>
      </div>
      <FormField id={id('when')} label={t('playbook.part.whenUsed')} hint={t('settings.guide.whenUsedHint')}>
        <Textarea
          id={id('when')}
          value={draft.whenUsed}
          maxLength={1_000}
          minimumRows={2}
          resize="smart"
          onChange={(event) => edit({ whenUsed: event.currentTarget.value })}
        />
      </FormField>
      <ChampionField id={id('champion')} championId={draft.championId} people={people} onChange={(championId) => edit({ championId })} />
      <div className={form.folds}>
        <Fold summary={<FoldSummary name={t('settings.guide.flow')} facts={count('inputs', 'process', 'outputs')} />}>
          <FlowFields idOf={id} type={type} draft={draft} setList={setList} makeWish={makeWish} />
        </Fold>
        <Fold
          summary={
            <FoldSummary
              name={t('playbook.part.raciR')}
              facts={entries === 0 ? undefined : t('settings.guide.entries', { count: entries })}
            />
          }
        >
          <RaciFields idOf={id} raciR={draft.raciR} settings={settings} people={people} onChange={(raciR) => edit({ raciR })} />
        </Fold>
        {(['agenda', 'pitfalls'] as const).map((name) => (
          <Fold key={name} summary={<FoldSummary name={t(`playbook.part.${name}`)} facts={count(name)} />}>
            <LinesField
              id={id(name)}
              label={t(`playbook.part.${name}`)}
              hint={t(`settings.guide.${name}Hint`)}
              text={draft.lists[name]}
              onChange={(text) => setList(name, text)}
            />
          </Fold>
        ))}
        <Fold
          summary={<FoldSummary name={t('playbook.part.example')} facts={draft.example === '' ? undefined : t('settings.guide.written')} />}
        >
          <FormField id={id('example')} label={t('playbook.part.example')} hint={t('settings.guide.exampleHint')}>
            <Textarea
              id={id('example')}
              value={draft.example}
              maxLength={3_000}
              minimumRows={4}
              resize="smart"
              onChange={(event) => edit({ example: event.currentTarget.value })}
            />
          </FormField>
        </Fold>
        {stored.version > 0 && <GuideVersions typeId={type.typeId} version={stored.version} />}
      </div>
      <GuideSaveBar editing={editing} noteId={id('note')} />
    </section>
  );
}
