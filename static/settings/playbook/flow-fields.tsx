import type { HandoffType } from '../../../src/domain/type/handoff-type';
import form from '../../kit/layout/form-layout.module.css';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import type { MakeWish } from '../editor-wish';
import { linesOf, type GuideDraft } from './guide-draft';
import { LinesField } from './lines-field';
import styles from './playbook-section.module.css';

interface FlowFieldsProps {
  readonly idOf: (name: string) => string;
  readonly type: HandoffType;
  readonly draft: GuideDraft;
  readonly setList: (name: 'inputs' | 'process' | 'outputs', text: string) => void;
  readonly makeWish: MakeWish;
}

/** What goes in, what happens, what comes out (S-032). What goes in can become an item, what comes out what the receiver reads back. */
export function FlowFields({ idOf, type, draft, setList, makeWish }: FlowFieldsProps) {
  const t = useText();
  const { typeId, items, options } = type;
  const known = new Set(items.map(({ title }) => title.toLowerCase()));
  const inputs = linesOf(draft.lists.inputs).filter((line) => line.length <= 60 && !known.has(line.toLowerCase()));
  const outputs = linesOf(draft.lists.outputs).filter((line) => line !== options?.readbackPrompt);
  const field = (name: 'inputs' | 'process' | 'outputs') => (
    <LinesField
      id={idOf(name)}
      label={t(`playbook.part.${name}`)}
      hint={t(`settings.guide.${name}Hint`)}
      text={draft.lists[name]}
      onChange={(text) => setList(name, text)}
    />
  );
  return (
    <div className={form.stack}>
      {field('inputs')}
      {inputs.length > 0 && (
        <div className={styles.row}>
          <span className={styles.quiet}>{t('settings.guide.addItems')}</span>
          {inputs.map((line) => (
            <TextButton
              key={line}
              label={t('settings.guide.addItem', { title: line })}
              onClick={() => makeWish({ kind: 'item', typeId, text: line })}
            >
              {line}
            </TextButton>
          ))}
        </div>
      )}
      {field('process')}
      {field('outputs')}
      {outputs.length > 0 && (
        <div className={styles.row}>
          <span className={styles.quiet}>{t('settings.guide.readBacks')}</span>
          {outputs.map((line) => (
            <TextButton
              key={line}
              label={t('settings.guide.readBack', { text: line })}
              onClick={() => makeWish({ kind: 'readback', typeId, text: line })}
            >
              {line}
            </TextButton>
          ))}
        </div>
      )}
    </div>
  );
}
