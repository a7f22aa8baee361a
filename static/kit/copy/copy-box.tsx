import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { announce } from '../feedback/announce';
import { useText } from '../text/use-text';
import { copyText } from './copy-text';
import styles from './copy-box.module.css';

interface CopyBoxProps {
  readonly text: string;
  /** Words of the button, for example "Copy the request". */
  readonly action: string;
}

/** A ready text with a button that copies it and says whether that worked; the text stays selectable either way. */
export function CopyBox({ text, action }: CopyBoxProps) {
  const t = useText();
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = async (): Promise<void> => {
    const result = (await copyText(text)) ? 'copied' : 'copyFailed';
    setOutcome(result);
    announce(t(`common.${result}`));
  };
  return (
    <div>
      <p className={styles.text}>{text}</p>
      <div className={styles.action}>
        <Button spacing="compact" onClick={() => void copy()}>
          {action}
        </Button>
        {outcome !== null && <span className={styles.outcome}>{t(`common.${outcome}`)}</span>}
      </div>
    </div>
  );
}
