import { useEffect, type ReactNode } from 'react';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { announce } from './announce';
import styles from './strip.module.css';

/** How serious a strip is: shown by icon and words, never by colour alone. */
export type StripTone = 'error' | 'warning' | 'information' | 'success';

interface StripProps {
  readonly tone: StripTone;
  readonly children: ReactNode;
  /** Buttons or links at the end of the text. */
  readonly actions?: ReactNode | undefined;
  /** Also said to screen readers when it appears. */
  readonly announced?: string;
}

const ICONS = { error: ErrorIcon, warning: WarningIcon, information: InformationIcon, success: SuccessIcon };
/** One line of news with an icon: a fault, a warning, something to know. */
export function Strip({ tone, children, actions, announced }: StripProps) {
  useEffect(() => {
    if (announced !== undefined) announce(announced);
  }, [announced]);
  const Icon = ICONS[tone];
  return (
    <div className={`${styles.strip ?? ''} ${styles[tone] ?? ''}`}>
      <span className={styles.icon}>
        <Icon label="" color="currentColor" />
      </span>
      <div className={styles.text}>
        {children}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
