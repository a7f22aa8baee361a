import ArrowDown from '@atlaskit/icon/core/arrow-down';
import ArrowUp from '@atlaskit/icon/core/arrow-up';
import DragHandle from '@atlaskit/icon/core/drag-handle-vertical';
import { DropIndicator } from '@atlaskit/pragmatic-drag-and-drop-react-drop-indicator/box';
import type { SettingsView } from '../../src/contract/settings';
import type { ChecklistItem } from '../../src/domain/type/handoff-type';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import { IconAction } from './icon-action';
import { ItemFields } from './item-fields';
import styles from './items-editor.module.css';
import { useItemDrag, type DropEdge } from './use-item-drag';
import { useReviewText } from './use-review-text';

interface ItemEditorProps {
  readonly item: ChecklistItem;
  readonly index: number;
  readonly count: number;
  readonly fields: SettingsView['fields'];
  readonly people: SettingsView['people'];
  readonly titleProblem: string | undefined;
  readonly fieldProblem: string | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (item: ChecklistItem) => void;
  /** `focusId` keeps the keyboard on the button that was pressed. */
  readonly onMove: (to: number, focusId: string) => void;
  readonly onDrop: (draggedId: string, ontoId: string, edge: DropEdge) => void;
  readonly onRemove: () => void;
}

/** One checklist item: a line with what it is, opened for editing; an item with a problem is always open. */
export function ItemEditor({
  item,
  index,
  count,
  fields,
  people,
  titleProblem,
  fieldProblem,
  isOpen,
  onToggle,
  onChange,
  onMove,
  onDrop,
  onRemove,
}: ItemEditorProps) {
  const t = useText();
  const { row, handle, edge, isDragged } = useItemDrag(item.itemId, onDrop);
  const review = useReviewText()(item);
  const title = item.title.trim() === '' ? t('settings.item.untitled') : item.title;
  const isEdited = isOpen || titleProblem !== undefined || fieldProblem !== undefined;
  const [upId, downId] = [`item-up-${item.itemId}`, `item-down-${item.itemId}`];
  return (
    <li ref={row} className={`${styles.item ?? ''} ${isDragged ? (styles.dragged ?? '') : ''}`}>
      <div className={styles.head}>
        <span ref={handle} className={styles.handle} title={t('settings.item.drag', { title })}>
          <DragHandle label="" color="currentColor" />
        </span>
        <button type="button" className={styles.opener} aria-expanded={isEdited} onClick={onToggle}>
          <span className={styles.itemTitle}>{title}</span>
          <span className={styles.facts}>
            {item.answeredBy === undefined
              ? `${t(`settings.item.kind.${item.kind}`)} · ${t(item.required ? 'common.required' : 'common.optional')}`
              : t('settings.item.kind.check')}
            {review !== null && ` · ${review}`}
          </span>
        </button>
        <span className={styles.actions}>
          <IconAction
            id={upId}
            icon={ArrowUp}
            label={t('settings.item.up', { title })}
            isOff={index === 0}
            onClick={() => onMove(index - 1, upId)}
          />
          <IconAction
            id={downId}
            icon={ArrowDown}
            label={t('settings.item.down', { title })}
            isOff={index === count - 1}
            onClick={() => onMove(index + 1, downId)}
          />
        </span>
      </div>
      {isEdited && (
        <div className={styles.fields}>
          <ItemFields
            item={item}
            fields={fields}
            people={people}
            titleProblem={titleProblem}
            fieldProblem={fieldProblem}
            onChange={onChange}
          />
          <div className={styles.foot}>
            <TextButton onClick={onToggle}>{t('settings.item.done')}</TextButton>
            <TextButton onClick={onRemove} label={t('settings.item.removeOf', { title })}>
              {t('common.remove')}
            </TextButton>
          </div>
        </div>
      )}
      {edge !== null && <DropIndicator edge={edge} />}
    </li>
  );
}
