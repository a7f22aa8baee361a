import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { useNames } from '../data/card-context';
import { useValueText } from '../reading/value-text';
import styles from './draft.module.css';
import type { FieldKey } from './field';
import type { DraftField } from './use-field';
import { useTrouble } from './use-trouble';

/** Both texts where somebody else was faster: the writer decides, nothing is dropped before. */
export function ConflictStrip({
  fieldKey,
  field,
  title,
}: {
  readonly fieldKey: FieldKey;
  readonly field: DraftField;
  readonly title: string;
}) {
  const t = useText();
  const names = useNames();
  const valueText = useValueText();
  const trouble = useTrouble();
  const [showsBoth, setShowsBoth] = useState(false);
  const { conflict } = field;
  if (conflict === undefined) return null;
  const name = conflict === null ? t('handoff.somebody') : names.person(conflict.by);
  const isFirst = trouble?.kind === 'conflict' && trouble.field === fieldKey;
  const sentence = t('handoff.conflict', { name });
  return (
    <Strip
      tone="warning"
      announced={`${title}: ${sentence}`}
      actions={
        <>
          <Button appearance={isFirst ? 'primary' : 'default'} spacing="compact" onClick={field.keepMine}>
            {t('handoff.conflict.mine')}
          </Button>
          <TextButton onClick={field.keepTheirs}>{t('handoff.conflict.theirs')}</TextButton>
          <span aria-hidden="true">·</span>
          <TextButton onClick={() => setShowsBoth(!showsBoth)} expanded={showsBoth}>
            {t('handoff.conflict.both')}
          </TextButton>
        </>
      }
    >
      {sentence}
      {showsBoth && (
        <dl className={styles.both}>
          <dt>{t('handoff.conflict.yourText')}</dt>
          <dd>{valueText(field.value) || t('handoff.empty')}</dd>
          <dt>{t('handoff.conflict.theirText', { name })}</dt>
          <dd>{valueText(conflict?.value ?? null) || t('handoff.empty')}</dd>
        </dl>
      )}
    </Strip>
  );
}
