import type { TypeDraft } from '../../src/contract/settings';
import { optionsOf } from '../../src/domain/type/type-options';
import { ChoiceList } from '../kit/form/choice-list';
import form from '../kit/layout/form-layout.module.css';
import { useText } from '../kit/text/use-text';
import { withOptions } from './type-draft';

interface ReviewFieldsProps {
  readonly draft: TypeDraft;
  readonly onChange: (draft: TypeDraft) => void;
}

/** Whether reviews of the type can be opened on the project page, and whether one is due every month (S-126). */
export function ReviewFields({ draft, onChange }: ReviewFieldsProps) {
  const t = useText();
  return (
    <ChoiceList
      legend={<span className={form.foldName}>{t('settings.review')}</span>}
      choices={(['off', 'on', 'monthly'] as const).map((value) => ({
        value,
        label: t(`settings.review.${value}`),
        ...(value === 'off' ? {} : { text: t(`settings.review.${value}Text`) }),
      }))}
      value={optionsOf(draft).review}
      onChange={(review) => onChange(withOptions(draft, { review }))}
    />
  );
}
