import type { TypeDraft } from '../../src/contract/settings';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { ConflictChoice } from '../kit/feedback/conflict-choice';
import { Strip } from '../kit/feedback/strip';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { differingParts, type SaveConflict } from './save-conflict';
import { draftOf } from './type-draft';

interface ConflictStripProps {
  readonly conflict: SaveConflict;
  readonly draft: TypeDraft;
  readonly onKeepMine: (theirs: HandoffType) => void;
  readonly onUseTheirs: (theirs: HandoffType) => void;
}

/** Somebody else saved first: says what that means for these edits, which are all still here, and lets the person choose. */
export function ConflictStrip({ conflict, draft, onKeepMine, onUseTheirs }: ConflictStripProps) {
  const t = useText();
  const { locale } = useSurface();
  if (conflict.kind !== 'changed') {
    const text = t(conflict.kind === 'gone' ? 'settings.conflict.gone' : 'settings.conflict.elsewhere');
    return (
      <Strip tone="warning" announced={text}>
        {text}
      </Strip>
    );
  }
  const { theirs } = conflict;
  const parts = differingParts(draft, draftOf(theirs)).map((part) => t(`settings.part.${part}`));
  const text = t('settings.conflict.changed', { parts: new Intl.ListFormat(locale).format(parts) });
  return <ConflictChoice text={text} onKeepMine={() => onKeepMine(theirs)} onUseTheirs={() => onUseTheirs(theirs)} />;
}
