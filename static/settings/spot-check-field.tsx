import type { TypeDraft } from '../../src/contract/settings';
import { optionsOf } from '../../src/domain/type/type-options';
import { useText } from '../kit/text/use-text';
import { OptionCheck } from './option-check';
import { withOptions } from './type-draft';

interface SpotCheckFieldProps {
  readonly draft: TypeDraft;
  readonly onChange: (draft: TypeDraft) => void;
}

/** Whether some accepted handoffs are drawn to be looked at (M16). */
export function SpotCheckField({ draft, onChange }: SpotCheckFieldProps) {
  const t = useText();
  return (
    <OptionCheck
      label={t('settings.spotChecks')}
      hint={t('settings.spotChecks.text')}
      isOn={optionsOf(draft).spotChecks}
      onChange={(spotChecks) => onChange(withOptions(draft, { spotChecks }))}
    />
  );
}
