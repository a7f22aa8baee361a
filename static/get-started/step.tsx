import { useId, type ReactNode } from 'react';
import Lozenge from '@atlaskit/lozenge';
import { useText } from '../kit/text/use-text';
import styles from './get-started-page.module.css';
import type { StepStatus } from './setup-steps';

interface StepProps {
  readonly title: string;
  /** Null where there is nothing to do, only something one can do. */
  readonly status: StepStatus | null;
  readonly children: ReactNode;
}

const APPEARANCES = { done: 'success', partly: 'inprogress', open: 'default', unknown: 'default' } as const;

/** One step with how far it has come. */
export function Step({ title, status, children }: StepProps) {
  const t = useText();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={styles.step}>
      <div className={styles.header}>
        <h2 id={headingId} className={styles.title}>
          {title}
        </h2>
        {status !== null && <Lozenge appearance={APPEARANCES[status]}>{t(`admin.status.${status}`)}</Lozenge>}
      </div>
      {children}
    </section>
  );
}
