import type { SettingsView } from '../../src/contract/settings';
import { TextButton } from '../kit/layout/text-button';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { formatDay } from '../kit/time/format-day';
import type { Drafts } from './use-drafts';

interface AuditsDueProps {
  readonly due: Drafts['auditsDue'];
  readonly types: SettingsView['types'];
  readonly onOpen: () => void;
}

/** One line on the ten-question audits that come up again (S-161); nothing where none does. */
export function AuditsDue({ due, types, onOpen }: AuditsDueProps) {
  const t = useText();
  const { locale } = useSurface();
  if (due.length === 0) return null;
  const named = due.flatMap(({ typeId, dueOn }) => {
    const type = types.find(({ current }) => current.typeId === typeId)?.current;
    return type === undefined ? [] : [`${type.name} (${formatDay(dueOn, locale)})`];
  });
  return (
    <p>
      {t('settings.auditsDue', { names: named.join(', ') })} <TextButton onClick={onOpen}>{t('settings.auditsDue.open')}</TextButton>
    </p>
  );
}
