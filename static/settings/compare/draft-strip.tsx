import { useState } from 'react';
import type { SettingsView, TypeDraft } from '../../../src/contract/settings';
import type { DraftView } from '../../../src/contract/drafts';
import { compareVersions } from '../../../src/domain/type/compare-versions';
import type { HandoffType } from '../../../src/domain/type/handoff-type';
import { CallFailure } from '../../kit/bridge/call-failure';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import styles from './compare.module.css';
import { DifferencesTable } from './differences-table';
import type { Names } from './use-value-words';

interface DraftStripProps {
  readonly kept: DraftView;
  /** Who kept it and when, in words. */
  readonly about: string;
  /** The version that stands; null for a type that was never published. */
  readonly published: HandoffType | null;
  /** What the editor holds. */
  readonly draft: TypeDraft;
  readonly isOpen: boolean;
  readonly view: SettingsView;
  readonly people: Names['people'];
  readonly onOpen: () => void;
  /** Rejects with what kept it from being discarded. */
  readonly onDiscard: () => Promise<void>;
}

/**
 * A kept draft of the type in hand: opens it, discards it, and shows what it would undo where a newer version was published since. Of one
 * that somebody replaced meanwhile the newest is shown, and nothing is discarded unseen.
 */
export default function DraftStrip({ kept, about, published, draft, isOpen, view, people, onOpen, onDiscard }: DraftStripProps) {
  const t = useText();
  const isOutdated = published !== null && kept.basedOn < published.version;
  const shown = isOpen ? draft : kept.draft;
  const [fault, setFault] = useState<unknown>(null);
  const discard = async (): Promise<void> => {
    setFault(null);
    try {
      await onDiscard();
    } catch (error) {
      setFault(error);
    }
  };
  const isReplaced = fault !== null && CallFailure.of(fault).code === 'CONFIG_CONFLICT';
  return (
    <>
      <Strip
        tone={isOutdated ? 'warning' : 'information'}
        actions={
          <>
            {!isOpen && <TextButton onClick={onOpen}>{t('settings.draft.open')}</TextButton>}
            <TextButton onClick={() => void discard()}>{t('settings.draft.discard')}</TextButton>
          </>
        }
      >
        <div className={styles.view}>
          <p>{about}</p>
          {kept.note !== undefined && <p>{kept.note}</p>}
          {isOutdated && (
            <>
              <p>{t('settings.draft.outdated', { version: published.version })}</p>
              <DifferencesTable
                differences={compareVersions(published, shown)}
                heads={[t('settings.versions.one', { version: published.version }), t('settings.draft.title')]}
                names={{ ...view, people: { ...view.people, ...people } }}
              />
            </>
          )}
        </div>
      </Strip>
      {isReplaced ? (
        <Strip tone="warning" announced={t('settings.draft.replaced')}>
          {t('settings.draft.replaced')}
        </Strip>
      ) : (
        <ErrorStrip error={fault} onRetry={() => void discard()} />
      )}
    </>
  );
}
