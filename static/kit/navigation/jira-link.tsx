import { useEffect, useState, type MouseEvent, type ReactNode } from 'react';
import styles from './jira-link.module.css';
import { findAddress, goTo, type JiraPlace } from './jira-place';

interface JiraLinkProps {
  readonly to: JiraPlace;
  readonly children: ReactNode;
  /** More for screen readers where the words alone repeat on a page. */
  readonly label?: string;
  /** Places it; how it looks is the same everywhere. */
  readonly className?: string | undefined;
}

/**
 * A link to a page of Jira. A plain click goes there in this tab through the bridge (a frame may not do that itself); with a
 * modifier key, or from the context menu, it is an ordinary link that opens in a new one.
 */
export function JiraLink({ to, children, label, className }: JiraLinkProps) {
  const [href, setHref] = useState('#');
  const place = JSON.stringify(to);
  useEffect(() => {
    let left = false;
    void findAddress(JSON.parse(place) as JiraPlace).then((address) => {
      if (!left && address !== null) setHref(address);
    });
    return () => {
      left = true;
    };
  }, [place]);
  const follow = (event: MouseEvent): void => {
    if (href !== '#' && (event.metaKey || event.ctrlKey || event.shiftKey)) return;
    event.preventDefault();
    void goTo(to).catch(() => undefined);
  };
  return (
    <a href={href} target="_blank" rel="noopener" onClick={follow} aria-label={label} className={`${styles.link ?? ''} ${className ?? ''}`}>
      {children}
    </a>
  );
}
