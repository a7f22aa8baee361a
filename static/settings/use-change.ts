import { useState } from 'react';
import type { SettingsView } from '../../src/contract/settings';
import { CallFailure } from '../kit/bridge/call-failure';

/** Lays a newer answer over the settings shown; asks for the newest ones. */
export interface SettingsSource {
  readonly show: (view: SettingsView) => void;
  readonly reload: () => Promise<SettingsView>;
}

/**
 * One change that takes effect at once: runs it, shows its answer, keeps what went wrong for the strip beside its control. After a lost
 * race the newest settings are shown, so that the same press works the next time.
 */
export function useChange({ show, reload }: SettingsSource) {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly error: unknown }>({ isBusy: false, error: null });

  const change = async (run: () => Promise<SettingsView>): Promise<void> => {
    setState({ isBusy: true, error: null });
    try {
      show(await run());
      setState({ isBusy: false, error: null });
    } catch (error) {
      if (CallFailure.of(error).code === 'CONFIG_CONFLICT') await reload().catch(() => undefined);
      setState({ isBusy: false, error });
    }
  };

  return { ...state, change };
}
