import { lazy, Suspense, useState, type ReactNode } from 'react';
import Spinner from '@atlaskit/spinner';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { questionOf, type BehindFigure, type NumberPlace } from './number-place';

const BehindList = lazy(() => import('./behind-list'));

/** *Which ones?* beside numbers, and the list of the one that was asked about last. */
interface Behind {
  /** @param about The number as it is called where the button stands, for who does not see that. */
  readonly ask: (figure: BehindFigure, about: string) => ReactNode;
  /** The number that was asked about last; null until somebody asks, and once it is folded. */
  readonly asked: BehindFigure | null;
  /** Its work items; nothing while there is none. */
  readonly list: ReactNode;
}

/** Lets numbers of one place say which work items they are made of. One list at a time; asking again folds it. */
export function useBehind(place: NumberPlace): Behind {
  const t = useText();
  const [asked, setAsked] = useState<BehindFigure | null>(null);
  const ask = (figure: BehindFigure, about: string): ReactNode => {
    const question = t(`behind.${questionOf(figure)}`);
    return (
      <TextButton
        onClick={() => setAsked(figure === asked ? null : figure)}
        expanded={figure === asked}
        label={t('behind.askLabel', { question, about })}
      >
        {question}
      </TextButton>
    );
  };
  const list = asked !== null && (
    <Suspense fallback={<Spinner label={t('behind.loading')} />}>
      <BehindList key={asked} place={place} figure={asked} />
    </Suspense>
  );
  return { ask, asked, list };
}
