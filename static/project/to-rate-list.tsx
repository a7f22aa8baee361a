import { useState } from 'react';
import type { ProjectHome } from '../../src/contract/project-home';
import type { Rating } from '../../src/domain/handoff/handoff';
import { personName } from '../kit/people/person-name';
import { useText } from '../kit/text/use-text';
import { EmbeddedHandoff } from './embedded-handoff';
import { HandoffList } from './handoff-list';
import { HandoffRow } from './handoff-row';
import { RateInRow } from './rate-in-row';
import { RowFacts } from './row-facts';

interface ToRateListProps {
  readonly home: ProjectHome;
  readonly onRated: (handoffId: string, rating: Rating | null) => void;
}

/** What the viewer accepted and has not rated, with the five steps in the row: one tap. */
export function ToRateList({ home, onRated }: ToRateListProps) {
  const t = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <HandoffList kind="rate" title={t('project.rate.title')} rows={home.toRate} home={home} empty={t('project.rate.empty')}>
      {(row) => (
        <HandoffRow
          key={row.handoffId}
          row={{ ...row, recommendation: '' }}
          facts={<RowFacts row={row} people={home.people} side="rate" />}
          isOpen={row.handoffId === openId}
          onToggle={() => setOpenId(row.handoffId === openId ? null : row.handoffId)}
          aside={
            <RateInRow
              row={row}
              sender={personName(home.people, row.senderId, t('common.formerUser'))}
              onRated={(rating) => onRated(row.handoffId, rating)}
            />
          }
        >
          <EmbeddedHandoff row={row} />
        </HandoffRow>
      )}
    </HandoffList>
  );
}
