import { lazy, Suspense } from 'react';
import { useText } from '../text/use-text';
import type { PersonPickerProps } from './person-picker';

const PersonPicker = lazy(() => import('./person-picker'));

/** The picker, loaded when it is first needed: most visits change nobody. */
export function LazyPersonPicker(props: PersonPickerProps) {
  const t = useText();
  return (
    <Suspense fallback={<p>{t('common.loading')}</p>}>
      <PersonPicker {...props} />
    </Suspense>
  );
}
