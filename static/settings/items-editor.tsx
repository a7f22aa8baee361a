import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import { isOverLength } from '../../src/domain/type/check-draft';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { ItemEditor } from './item-editor';
import styles from './items-editor.module.css';
import { OverLength } from './over-length';
import type { ProblemOf } from './problem-texts';
import { MAX_ITEMS, withItem } from './type-draft';
import editorStyles from './type-editor.module.css';
import { useItems } from './use-items';

interface ItemsEditorProps {
  readonly draft: TypeDraft;
  readonly fields: SettingsView['fields'];
  readonly people: SettingsView['people'];
  readonly problemOf: ProblemOf;
  /** Item that starts open, because a link led to it. */
  readonly startItemId: string | null;
  readonly onChange: (draft: TypeDraft) => void;
}

/** The checklist: items in the order people see, reordered by dragging or with buttons, one edited at a time. */
export function ItemsEditor({ draft, fields, people, problemOf, startItemId, onChange }: ItemsEditorProps) {
  const t = useText();
  const { openId, toggle, move, drop, add, remove } = useItems(draft, onChange, startItemId);
  return (
    <section aria-labelledby="items-title">
      <h3 id="items-title" className={editorStyles.sectionTitle}>
        {t('settings.form.items')}
      </h3>
      <p className={editorStyles.intro}>{t('settings.form.itemsHint')}</p>
      {draft.items.length > 0 && (
        <ol className={styles.list}>
          {draft.items.map((item, index) => (
            <ItemEditor
              key={item.itemId}
              item={item}
              index={index}
              count={draft.items.length}
              fields={fields}
              people={people}
              titleProblem={problemOf(fieldIds.itemTitle(item.itemId))}
              fieldProblem={problemOf(fieldIds.itemField(item.itemId))}
              isOpen={item.itemId === openId}
              onToggle={() => toggle(item.itemId)}
              onChange={(changed) => onChange(withItem(draft, changed))}
              onMove={(to, focusId) => move(item.itemId, to, focusId)}
              onDrop={drop}
              onRemove={() => remove(item.itemId, item.title)}
            />
          ))}
        </ol>
      )}
      {isOverLength(draft) && (
        <div className={styles.add}>
          <OverLength draft={draft} problemOf={problemOf} onChange={onChange} />
        </div>
      )}
      {draft.items.length < MAX_ITEMS && (
        <div className={styles.add}>
          <TextButton id={fieldIds.addItem} onClick={add}>
            {t('settings.form.addItem')}
          </TextButton>
        </div>
      )}
    </section>
  );
}
