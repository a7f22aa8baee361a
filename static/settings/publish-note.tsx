import Textfield from '@atlaskit/textfield';
import { useQuery } from '@tanstack/react-query';
import type { PublishEffect } from '../../src/contract/settings';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { call } from '../kit/bridge/call';
import { describedBy, FormField } from '../kit/form/form-field';
import { useSurface } from '../kit/surface/surface-context';
import type { TextKey, TextVars } from '../kit/text/format-text';
import { useText } from '../kit/text/use-text';
import { fieldIds, type Problem } from './draft-problems';

interface PublishNoteProps {
  /** The version that stands, which handoffs under way are on. */
  readonly type: HandoffType;
  readonly note: { readonly text: string; readonly problem: Problem | null; readonly write: (text: string) => void };
}

/** Asks what changed, which stands in the type's history, and says what publishing leaves as it is. */
export function PublishNote({ type: { typeId, version }, note }: PublishNoteProps) {
  const t = useText();
  const { locale } = useSurface();
  const { data: effect } = useQuery({ queryKey: ['settings.effect', typeId, version], queryFn: () => call('settings.effect', { typeId }) });
  const hint = effectText(effect, locale, t);
  const problem = note.problem === null ? undefined : t(note.problem.key, note.problem.vars);
  return (
    <FormField id={fieldIds.note} label={t('settings.note.label')} hint={hint} problem={problem}>
      <Textfield
        id={fieldIds.note}
        value={note.text}
        isInvalid={problem !== undefined}
        {...describedBy(fieldIds.note, { hint, problem })}
        onChange={(event) => note.write(event.currentTarget.value)}
      />
    </FormField>
  );
}

/** While it is asked, and where it cannot be told, what is so in any case. */
function effectText(effect: PublishEffect | undefined, locale: string, t: (key: TextKey, vars?: TextVars) => string): string {
  if (effect === undefined) return t('settings.effect.unknown');
  const { open, orMore, versions } = effect;
  if (orMore) return t('settings.effect.many', { open });
  if (open === 0) return t('settings.effect.none');
  const [version = 1] = versions;
  return versions.length === 1
    ? t('settings.effect.same', { count: open, version })
    : t('settings.effect.mixed', { open, versions: new Intl.ListFormat(locale).format(versions.map(String)) });
}
