import { useState } from 'react';
import type { ProjectHome } from '../../src/contract/project-home';
import { useText } from '../kit/text/use-text';
import { EmbeddedHandoff } from './embedded-handoff';
import { HandoffList } from './handoff-list';
import { HandoffRow } from './handoff-row';
import { RowFacts } from './row-facts';

/** What the viewer handed over and is not closed yet, last changed first. A row opens the handoff in place. */
export function SentList({ home }: { readonly home: ProjectHome }) {
  const t = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <HandoffList kind="sent" title={t('project.sent.title')} rows={home.sent} home={home} empty={t('project.sent.empty')}>
      {(row) => (
        <HandoffRow
          key={row.handoffId}
          row={row}
          facts={<RowFacts row={row} people={home.people} side="sent" />}
          isOpen={row.handoffId === openId}
          onToggle={() => setOpenId(row.handoffId === openId ? null : row.handoffId)}
        >
          <EmbeddedHandoff row={row} />
        </HandoffRow>
      )}
    </HandoffList>
  );
}
