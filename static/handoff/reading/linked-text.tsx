import { Fragment } from 'react';
import { linkParts } from '../model/link-parts';
import styles from './reading.module.css';

/** Text as it was written, with its line breaks, and its links to follow in a new tab. */
export function LinkedText({ text }: { readonly text: string }) {
  return (
    <span className={styles.written}>
      {linkParts(text).map((part, index) =>
        part.url === null ? (
          <Fragment key={index}>{part.text}</Fragment>
        ) : (
          <a key={index} href={part.url} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ),
      )}
    </span>
  );
}
