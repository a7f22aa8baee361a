import { TextButton } from '../layout/text-button';
import { useText } from '../text/use-text';
import styles from './conflict-choice.module.css';
import { Strip } from './strip';

interface ConflictChoiceProps {
  /** Who was first, and that nothing is lost. */
  readonly text: string;
  /** In what both sides differ, a line each; none where the text says it. */
  readonly differences?: readonly { readonly id: string; readonly text: string }[];
  readonly onKeepMine: () => void;
  readonly onUseTheirs: () => void;
}

/** Somebody else saved first: both sides, and the choice between them; until it is made nothing is dropped. */
export function ConflictChoice({ text, differences = [], onKeepMine, onUseTheirs }: ConflictChoiceProps) {
  const t = useText();
  return (
    <Strip
      tone="warning"
      announced={text}
      actions={
        <>
          <TextButton onClick={onKeepMine}>{t('settings.conflict.keepMine')}</TextButton>
          <TextButton onClick={onUseTheirs}>{t('settings.conflict.useTheirs')}</TextButton>
        </>
      }
    >
      {text}
      {differences.length > 0 && (
        <ul className={styles.differences}>
          {differences.map((difference) => (
            <li key={difference.id}>{difference.text}</li>
          ))}
        </ul>
      )}
    </Strip>
  );
}
