import { useText } from '../text/use-text';
import { errorText } from './error-text';
import { Strip } from './strip';
import { TextButton } from '../layout/text-button';

interface ErrorStripProps {
  /** What was thrown; null shows nothing. */
  readonly error: unknown;
  /** Offers *Try again*. */
  readonly onRetry?: () => void;
}

/** A failed call in words: what happened, what to do, and that nothing was lost. */
export function ErrorStrip({ error, onRetry }: ErrorStripProps) {
  const t = useText();
  if (error === null || error === undefined) return null;
  const text = errorText(t, error);
  return (
    <Strip
      tone="error"
      announced={text}
      {...(onRetry === undefined ? {} : { actions: <TextButton onClick={onRetry}>{t('common.tryAgain')}</TextButton> })}
    >
      {text}
    </Strip>
  );
}
