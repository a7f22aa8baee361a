import Textfield from '@atlaskit/textfield';
import type { ChecklistItem } from '../../src/domain/type/handoff-type';
import { MAX_NOTE_LENGTH } from '../../src/domain/type/published-type';
import { describedBy, FormField } from '../kit/form/form-field';
import { Fold } from '../kit/layout/fold';
import form from '../kit/layout/form-layout.module.css';
import { useText } from '../kit/text/use-text';
import { FoldSummary } from './fold-summary';
import { useLatch } from './use-latch';
import { useReviewText } from './use-review-text';

interface ItemMoreProps {
  readonly item: ChecklistItem;
  readonly onChange: (item: ChecklistItem) => void;
}

const MAX_OWNER_LENGTH = 60;

/** Why an item is asked, who provides it and when somebody looks whether it is still needed; folded, since most items say enough. */
export function ItemMore({ item, onChange }: ItemMoreProps) {
  const t = useText();
  const reviewText = useReviewText();
  const set = (name: 'owner' | 'reason' | 'expiresOn', value: string): void => {
    const { [name]: _before, ...rest } = item;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const [reasonId, ownerId, dayId] = [`item-reason-${item.itemId}`, `item-owner-${item.itemId}`, `item-expires-${item.itemId}`];
  const [reasonHint, dayHint] = [t('settings.item.reasonHint'), t('settings.item.expiresOnHint')];
  const isSaid = useLatch(item.reason !== undefined || item.owner !== undefined || item.expiresOn !== undefined);
  const facts = reviewText(item) ?? item.reason ?? item.owner ?? t('settings.item.moreNone');
  return (
    <Fold summary={<FoldSummary name={t('settings.item.more')} facts={facts} />} startsOpen={isSaid}>
      <div className={form.stack}>
        <FormField id={reasonId} label={t('settings.item.reason')} hint={reasonHint}>
          <Textfield
            id={reasonId}
            value={item.reason ?? ''}
            maxLength={MAX_NOTE_LENGTH}
            {...describedBy(reasonId, { hint: reasonHint })}
            onChange={(event) => set('reason', event.currentTarget.value)}
          />
        </FormField>
        <div className={form.pair}>
          <FormField id={ownerId} label={t('settings.item.owner')}>
            <Textfield
              id={ownerId}
              value={item.owner ?? ''}
              maxLength={MAX_OWNER_LENGTH}
              onChange={(event) => set('owner', event.currentTarget.value)}
            />
          </FormField>
          <FormField id={dayId} label={t('settings.item.expiresOn')} hint={dayHint}>
            <Textfield
              id={dayId}
              type="date"
              value={item.expiresOn ?? ''}
              {...describedBy(dayId, { hint: dayHint })}
              onChange={(event) => set('expiresOn', event.currentTarget.value)}
            />
          </FormField>
        </div>
      </div>
    </Fold>
  );
}
