import { useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { HandoffCard, HandoffScreen } from '../../../src/contract/handoff-screen';
import { call } from '../../kit/bridge/call';
import { newCommandId } from '../../kit/bridge/command-id';
import { SaveQueue, type SaveState } from '../draft/save-queue';
import { layOver } from './lay-over';
import { useWatch } from './use-watch';

/** One open Handoff screen: what is shown, what waits to be saved, and how to renew it. */
export interface Session {
  /** Undefined where the surface itself stands on the work item. */
  readonly issueId: string | undefined;
  /** Opened in a list, which is for deciding: preparing stays on the work item (decision 20). */
  readonly isInRow: boolean;
  readonly screen: HandoffScreen | undefined;
  readonly loadError: unknown;
  readonly queue: SaveQueue;
  readonly saving: SaveState;
  /** Takes a screen that a command answered, unless a newer one is shown. */
  readonly show: (screen: HandoffScreen) => void;
  readonly reload: () => void;
  /** The card of a type as it is now, also right after a save. */
  readonly find: (typeId: string) => HandoffCard | undefined;
}

/** The part of a payload that names the work item. */
export function target(issueId: string | undefined): { issueId?: string } {
  return issueId === undefined ? {} : { issueId };
}

function newer(known: HandoffScreen | undefined, fresh: HandoffScreen): HandoffScreen {
  return known !== undefined && known.rev > fresh.rev ? known : fresh;
}

function useSaveQueue(issueId: string | undefined, key: QueryKey): SaveQueue {
  const client = useQueryClient();
  const queue = useMemo(
    () =>
      new SaveQueue({
        save: (typeId, changes) => call('handoff.edit', { ...target(issueId), commandId: newCommandId(), typeId, changes: [...changes] }),
        onSaved: (answer) => client.setQueryData<HandoffScreen>(key, (known) => known && layOver(known, answer)),
        later: (run, delayMs) => {
          const timer = setTimeout(run, delayMs);
          return () => clearTimeout(timer);
        },
      }),
    [client, issueId, key],
  );
  useEffect(() => {
    const saveNow = (): void => void queue.flush();
    const saveWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') saveNow();
    };
    const warn = (event: BeforeUnloadEvent): void => {
      if (queue.getState().local.size === 0) return;
      saveNow();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', saveWhenHidden);
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', saveNow);
    return () => {
      document.removeEventListener('visibilitychange', saveWhenHidden);
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', saveNow);
      saveNow();
    };
  }, [queue]);
  return queue;
}

/** Opens the Handoff screen of a work item: one call shows it, then only a revision number is asked for. */
export function useSession(issueId: string | undefined): Session {
  const client = useQueryClient();
  const key = useMemo(() => ['handoff', issueId ?? 'here'], [issueId]);
  const query = useQuery({
    queryKey: key,
    queryFn: async () => newer(client.getQueryData<HandoffScreen>(key), await call('handoff.get', target(issueId))),
    // A screen that was left may be old when it is opened again.
    refetchOnMount: 'always',
  });
  const queue = useSaveQueue(issueId, key);
  const saving = useSyncExternalStore(queue.subscribe, queue.getState);
  const reload = useCallback(() => void client.invalidateQueries({ queryKey: key, exact: true }), [client, key]);
  const show = useCallback(
    (screen: HandoffScreen) => client.setQueryData<HandoffScreen>(key, (known) => newer(known, screen)),
    [client, key],
  );
  const find = useCallback(
    (typeId: string) => client.getQueryData<HandoffScreen>(key)?.cards.find((card) => card.handoffType.typeId === typeId),
    [client, key],
  );
  const shownRev = query.data?.rev;
  useWatch(
    () => {
      if (queue.getState().status === 'saving') return;
      call('handoff.watch', target(issueId)).then(
        ({ rev }) => {
          if (rev !== shownRev) reload();
        },
        // The next look will tell; nothing the reader could do now.
        () => undefined,
      );
    },
    query.data !== undefined && query.data.cards.length > 0,
  );
  return { issueId, isInRow: issueId !== undefined, screen: query.data, loadError: query.error, queue, saving, show, reload, find };
}
