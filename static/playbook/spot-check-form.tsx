import { useEffect, useId, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { OpenSpotCheck } from '../../src/contract/spot-check';
import type { Says } from '../../src/domain/spot-check/spot-check';
import { announce } from '../kit/feedback/announce';
import { ChoiceList } from '../kit/form/choice-list';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import { useClaimText } from './claim-text';
import styles from './playbook.module.css';

interface SpotCheckFormProps {
  readonly drawn: OpenSpotCheck;
  /** Resolves once it was tried, however that ended. */
  readonly onSave: (answers: { itemId: string; says: Says }[]) => Promise<void>;
  readonly onLeave: () => void;
}

/** The drawn items of one handoff as they were handed over, and whether each is so. */
export function SpotCheckForm({ drawn, onSave, onLeave }: SpotCheckFormProps) {
  const t = useText();
  const claimText = useClaimText();
  const form = useId();
  const group = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<Readonly<Record<string, Says>>>({});
  const [problem, setProblem] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const { items, issueKey } = drawn;
  const idOf = (itemId: string): string => `${form}-${itemId}`;
  useEffect(() => group.current?.focus(), []);
  const save = async (): Promise<void> => {
    const answers = items.flatMap(({ itemId }) => (said[itemId] === undefined ? [] : [{ itemId, says: said[itemId] }]));
    const missing = items.find(({ itemId }) => said[itemId] === undefined);
    setProblem(missing !== undefined);
    if (missing !== undefined) {
      document.getElementById(idOf(missing.itemId))?.focus();
      announce(t('playbook.spot.missing'));
      return;
    }
    setSaving(true);
    await onSave(answers);
    setSaving(false);
  };
  return (
    <div ref={group} tabIndex={-1} role="group" aria-label={t('playbook.spot.checkLabel', { key: issueKey })} className={styles.part}>
      <p className={styles.quiet}>{t('playbook.spot.look', { key: issueKey })}</p>
      {items.map(({ itemId, title, answer }) => (
        <ChoiceList
          key={itemId}
          id={idOf(itemId)}
          legend={
            <>
              <strong>{title}:</strong> {claimText(answer)}
            </>
          }
          choices={(['true', 'false', 'unclear'] as const).map((value) => ({ value, label: t(`playbook.spot.says.${value}`) }))}
          value={said[itemId] ?? null}
          onChange={(says) => setSaid({ ...said, [itemId]: says })}
        />
      ))}
      {problem && <p className={styles.problem}>{t('playbook.spot.missing')}</p>}
      <div className={styles.row}>
        <Button isLoading={isSaving} onClick={() => void save()}>
          {t('playbook.spot.save')}
        </Button>
        <TextButton onClick={onLeave}>{t('common.cancel')}</TextButton>
      </div>
    </div>
  );
}
