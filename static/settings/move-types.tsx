import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import type { SettingsView } from '../../src/contract/settings';
import { EMPTY_GUIDE, type Guide } from '../../src/domain/type/guide';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { toTransferFile, transferText } from '../../src/domain/type/transfer/transfer-file';
import { withPages } from '../../src/domain/type/transfer/transfer-page';
import { call } from '../kit/bridge/call';
import { CallFailure } from '../kit/bridge/call-failure';
import { downloadFile } from '../kit/export/download-file';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Strip } from '../kit/feedback/strip';
import { FormField } from '../kit/form/form-field';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import { FileProblems, PlanView } from './import-plan';
import styles from './move-types.module.css';
import { OptionCheck } from './option-check';
import { PickOne } from './pick-from-list';
import type { SettingsSource } from './use-change';
import { useImport } from './use-import';

interface MoveTypesProps {
  readonly view: SettingsView;
  readonly source: SettingsSource;
}

/** Takes handoffs out as a file, and in from a file or from another project, after showing what that will do. */
export function MoveTypes({ view, source }: MoveTypesProps) {
  const t = useText();
  const [projectKey, setProjectKey] = useState('');
  const importing = useImport(view, source);
  const { read, plan, progress } = importing;
  const isBusy = progress.phase === 'reading' || progress.phase === 'importing';
  const changes =
    plan?.steps.filter(({ effect, page }) => effect !== 'unchanged' || (page !== null && page.effect !== 'unchanged')).length ?? 0;
  const isClear = plan !== null && plan.unknown.length + plan.problems.length === 0;
  return (
    <div className={styles.stack}>
      {view.types.length > 0 && <TakeOut view={view} />}
      <h3 className={styles.title}>{t('settings.move.in')}</h3>
      <FormField id="move-file" label={t('settings.move.file')} hint={t('settings.move.fileHint')}>
        <input
          id="move-file"
          type="file"
          accept=".json,application/json"
          disabled={isBusy}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen !== undefined) void importing.readFile(chosen);
            event.currentTarget.value = '';
          }}
        />
      </FormField>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (projectKey.trim() !== '') void importing.readProject(projectKey);
        }}
      >
        <FormField id="move-project" label={t('settings.move.project')}>
          <Textfield id="move-project" value={projectKey} onChange={(event) => setProjectKey(event.currentTarget.value)} />
        </FormField>
        <Button type="submit" isLoading={progress.phase === 'reading'}>
          {t('settings.move.look')}
        </Button>
      </form>
      {read !== null && read.problems.length > 0 && <FileProblems from={read.from} problems={read.problems} />}
      {read !== null && plan !== null && (
        <section aria-labelledby="move-plan" className={styles.stack}>
          <h3 id="move-plan" className={styles.title}>
            {t('settings.move.plan', { from: read.from })}
          </h3>
          {read.file?.types.length === 0 && <p>{t('settings.move.nothing')}</p>}
          <PlanView plan={plan} statuses={view.statuses} mapped={importing.mapped} onMap={importing.mapStatus} />
          <div className={styles.row}>
            {isClear && changes > 0 && (
              <Button isLoading={progress.phase === 'importing'} onClick={() => void importing.apply()}>
                {t(plan.leftOut.length === 0 ? 'settings.move.import' : 'settings.move.importWithout', { count: changes })}
              </Button>
            )}
            {!isBusy && <TextButton onClick={importing.forget}>{t('settings.move.forget')}</TextButton>}
          </div>
        </section>
      )}
      {progress.phase === 'importing' && <p role="status">{t('settings.move.progress', { saved: progress.saved })}</p>}
      {progress.phase === 'done' && <Strip tone="success">{t('settings.move.done')}</Strip>}
      {progress.phase === 'stopped' && (
        <>
          <ErrorStrip error={progress.error} />
          {progress.saved !== null && (
            <p role="status">
              {progress.saved.length === 0
                ? t('settings.move.stoppedFirst')
                : t('settings.move.stopped', { names: progress.saved.join(', ') })}
            </p>
          )}
        </>
      )}
      {progress.phase === 'pagesLeft' && (
        <>
          <ErrorStrip error={progress.error} />
          <p role="status">{t('settings.move.pagesLeft', { names: progress.names.join(', ') })}</p>
        </>
      )}
      {progress.phase === 'failed' && <ReadFailure error={progress.error} of={progress.of} />}
    </div>
  );
}

/** Another project that is not there, not seen or not administered looks the same. */
function ReadFailure({ error, of }: { readonly error: unknown; readonly of: 'file' | 'project' }) {
  const t = useText();
  const { code } = CallFailure.of(error);
  const isHidden = of === 'project' && (code === 'FORBIDDEN' || code === 'NOT_FOUND' || code === 'INVALID_PAYLOAD');
  if (!isHidden) return <ErrorStrip error={error} />;
  return (
    <Strip tone="warning" announced={t('settings.move.noProject')}>
      {t('settings.move.noProject')}
    </Strip>
  );
}

/** Stands for all types among those to take out. */
const ALL = 'all';

function TakeOut({ view }: { readonly view: SettingsView }) {
  const t = useText();
  const [typeId, setTypeId] = useState(ALL);
  const [hasPages, setHasPages] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const types = view.types.map(({ current }) => current);
  const save = async (): Promise<void> => {
    const chosen = typeId === ALL ? types : types.filter((type) => type.typeId === typeId);
    const bare = toTransferFile(chosen, view);
    try {
      const file = hasPages ? withPages(bare, await findGuides(chosen), view) : bare;
      setError(null);
      downloadFile(`handoffs-${view.project.key}.json`, 'application/json', transferText(file));
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <h3 className={styles.title}>{t('settings.move.out')}</h3>
      <div className={styles.pick}>
        <FormField id="move-which" label={t('settings.move.which')}>
          <PickOne
            inputId="move-which"
            choices={[{ id: ALL, name: t('settings.move.all') }, ...types.map((type) => ({ id: type.typeId, name: type.name }))]}
            value={typeId}
            placeholder=""
            onChange={setTypeId}
          />
        </FormField>
      </div>
      <OptionCheck label={t('settings.move.withPages')} hint={t('settings.move.withPagesHint')} isOn={hasPages} onChange={setHasPages} />
      <ErrorStrip error={error} />
      <TextButton onClick={() => void save()}>{t('settings.move.save')}</TextButton>
    </>
  );
}

/** What is written about each of these types, in their order. */
async function findGuides(types: readonly HandoffType[]): Promise<readonly Guide[]> {
  const { guides } = await call('settings.guides', {});
  return types.map((type) => guides.find(({ typeId }) => typeId === type.typeId)?.guide ?? EMPTY_GUIDE);
}
