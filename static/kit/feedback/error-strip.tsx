import Button from '@atlaskit/button/default/button';
import { useText } from '../text/use-text';
import { errorText } from './error-text';
import { Strip } from './strip';
import { TextButton } from '../layout/text-button';

interface ErrorStripProps {
  /** What was thrown; null shows nothing. */
  readonly error: unknown;
  /** Offers *Try again*. */
  readonly onRetry?: () => void;
  /** Nothing else can be done here: *Try again* is the primary button. */
  readonly isAlone?: boolean;
}

/** A failed call in words: what happened, what to do, and that nothing was lost. */
export function ErrorStrip({ error, onRetry, isAlone = false }: ErrorStripProps) {
  const t = useText();
  if (error === null || error === undefined) return null;
  const text = errorText(t, error);
  const retry =
    onRetry === undefined ? undefined : isAlone ? (
      <Button appearance="primary" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    ) : (
      <TextButton onClick={onRetry}>{t('common.tryAgain')}</TextButton>
    );
  return (
    <Strip tone="error" announced={text} actions={retry}>
      {text}
    </Strip>
  );
}
