import { lazy, Suspense, useState } from 'react';
import { TextButton } from '../layout/text-button';
import { useText } from '../text/use-text';
import styles from './help.module.css';

const HelpPanel = lazy(() => import('./help-panel'));

/** *Help*, and once it is pressed the answers to what people ask about handoffs, loaded then (S-004). */
export function Help() {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.help}>
      <TextButton expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t('help.title')}
      </TextButton>
      {isOpen && (
        <Suspense fallback={<p>{t('common.loading')}</p>}>
          <HelpPanel />
        </Suspense>
      )}
    </div>
  );
}
