import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../kit/bridge/call';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Fold } from '../../kit/layout/fold';
import { useText } from '../../kit/text/use-text';
import { HoursForm } from './hours-form';

const KEY = ['me'];

/** *My working hours*: the reader's own, folded away and only loaded when opened. */
export function MyHours() {
  const t = useText();
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: () => call('me.get', {}), enabled: isOpen });
  return (
    <Fold summary={t('handoff.hours')} onToggle={setIsOpen}>
      <ErrorStrip error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <HoursForm
          mine={data}
          onSaved={(saved) => {
            client.setQueryData(KEY, saved);
            void client.invalidateQueries({ queryKey: ['times'] });
          }}
        />
      )}
    </Fold>
  );
}
