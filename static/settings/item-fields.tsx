import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import type { SettingsView } from '../../src/contract/settings';
import type { ChecklistItem, ItemKind } from '../../src/domain/type/handoff-type';
import { describedBy, FormField } from '../kit/form/form-field';
import form from '../kit/layout/form-layout.module.css';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { ItemApprover } from './item-approver';
import { ItemChoices } from './item-choices';
import { ItemCondition } from './item-condition';
import { ItemMore } from './item-more';
import styles from './items-editor.module.css';
import { PickOne } from './pick-from-list';
import { changeItem, offersWords } from './type-draft';

interface ItemFieldsProps {
  readonly item: ChecklistItem;
  readonly fields: SettingsView['fields'];
  readonly people: SettingsView['people'];
  readonly titleProblem: string | undefined;
  readonly fieldProblem: string | undefined;
  readonly onChange: (item: ChecklistItem) => void;
}

const KINDS: readonly ItemKind[] = ['tick', 'text', 'link', 'attachment', 'field', 'approval', 'when', 'choice'];

/** What can be switched on for one kind of item alone. */
const SWITCHES: Partial<Record<ItemKind, readonly ('readBack' | 'confirmsAll' | 'window' | 'mustBeAhead' | 'several')[]>> = {
  text: ['readBack'],
  attachment: ['confirmsAll'],
  when: ['window', 'mustBeAhead'],
  choice: ['several'],
};

/** Stands among the kinds for what the receiver looks at. */
const CHECK = 'check';

function kindOf(picked: string, item: ChecklistItem): Pick<ChecklistItem, 'kind'> {
  return { kind: KINDS.find((kind) => kind === picked) ?? item.kind };
}

function withoutCheck({ answeredBy: _before, ...item }: ChecklistItem): ChecklistItem {
  return item;
}

function asCheck(item: ChecklistItem): ChecklistItem {
  return { ...changeItem(item, { kind: 'tick', required: false }), answeredBy: 'receiver' };
}

/** What an item asks, how it is answered, and what may be answered instead. */
export function ItemFields({ item, fields, people, titleProblem, fieldProblem, onChange }: ItemFieldsProps) {
  const t = useText();
  const change = (part: Parameters<typeof changeItem>[1]): void => onChange(changeItem(item, part));
  const [titleId, kindId, fieldId, hintId] = [
    fieldIds.itemTitle(item.itemId),
    `item-kind-${item.itemId}`,
    fieldIds.itemField(item.itemId),
    `item-hint-${item.itemId}`,
  ];
  const hintHint = t('settings.item.hintHint');
  return (
    <>
      <div className={form.pair}>
        <FormField id={titleId} label={t('settings.item.title')} problem={titleProblem}>
          <Textfield
            id={titleId}
            value={item.title}
            isInvalid={titleProblem !== undefined}
            {...describedBy(titleId, { problem: titleProblem })}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
        </FormField>
        <FormField id={kindId} label={t('settings.item.kind')}>
          <PickOne
            inputId={kindId}
            choices={([...KINDS, CHECK] as const).map((kind) => ({ id: kind, name: t(`settings.item.kind.${kind}`) }))}
            value={item.answeredBy === undefined ? item.kind : CHECK}
            placeholder=""
            onChange={(picked) => onChange(picked === CHECK ? asCheck(item) : changeItem(withoutCheck(item), kindOf(picked, item)))}
          />
        </FormField>
        {item.kind === 'field' && (
          <FormField id={fieldId} label={t('settings.item.field')} problem={fieldProblem}>
            <PickOne
              inputId={fieldId}
              choices={fields}
              value={item.fieldId ?? ''}
              placeholder={t('settings.item.fieldPlaceholder')}
              isInvalid={fieldProblem !== undefined}
              onChange={(picked) => change({ fieldId: picked === '' ? null : picked })}
            />
          </FormField>
        )}
        {item.kind === 'approval' && <ItemApprover item={item} people={people} onChange={onChange} />}
      </div>
      {item.kind === 'choice' && <ItemChoices item={item} problem={fieldProblem} onChange={onChange} />}
      <FormField id={hintId} label={t('settings.item.hint')} hint={hintHint}>
        <Textfield
          id={hintId}
          value={item.hint}
          {...describedBy(hintId, { hint: hintHint })}
          onChange={(event) => change({ hint: event.currentTarget.value })}
        />
      </FormField>
      <div className={styles.options}>
        {item.answeredBy === undefined && (
          <Checkbox
            label={t('settings.item.required')}
            isChecked={item.required}
            onChange={(event) => change({ required: event.currentTarget.checked })}
          />
        )}
        {offersWords(item.kind) && (
          <>
            <Checkbox
              label={t('settings.item.noneKnown')}
              isChecked={item.allowNoneKnown}
              onChange={(event) => change({ allowNoneKnown: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('settings.item.inDescription')}
              isChecked={item.allowInDescription}
              onChange={(event) => change({ allowInDescription: event.currentTarget.checked })}
            />
          </>
        )}
        {SWITCHES[item.kind]?.map((name) => (
          <Checkbox
            key={name}
            label={t(`settings.item.${name}`)}
            isChecked={item[name] === true}
            onChange={(event) => {
              const { [name]: _before, ...rest } = item;
              onChange(event.currentTarget.checked ? { ...rest, [name]: true } : rest);
            }}
          />
        ))}
      </div>
      <ItemCondition item={item} fields={fields} onChange={onChange} />
      <ItemMore item={item} onChange={onChange} />
    </>
  );
}
