import Checkbox from '@atlaskit/checkbox';
import { optionsOf } from '../../../src/domain/type/type-options';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { ConflictStrip } from './conflict-strip';
import { useField } from './use-field';

/** The sender's mark for high risk, where the type asks for it. */
export function RiskField() {
  const t = useText();
  const { card } = useCard();
  const field = useField('risk');
  if (!optionsOf(card.handoffType).riskAsked) return null;
  if (field.conflict !== undefined) return <ConflictStrip fieldKey="risk" field={field} title={t('handoff.risk')} />;
  return (
    <Checkbox
      label={t('handoff.risk.mark')}
      isChecked={field.value === 'high'}
      onChange={(event) => field.put(event.currentTarget.checked ? 'high' : null, 'now')}
    />
  );
}
