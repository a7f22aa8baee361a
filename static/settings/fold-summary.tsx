import type { ReactNode } from 'react';
import form from '../kit/layout/form-layout.module.css';

/** A fold's name and, beside it, what is set inside. */
export function FoldSummary({ name, facts }: { readonly name: ReactNode; readonly facts?: ReactNode }) {
  return (
    <>
      <span className={form.foldName}>{name}</span>
      {facts !== undefined && <span className={form.foldFacts}>{facts}</span>}
    </>
  );
}
