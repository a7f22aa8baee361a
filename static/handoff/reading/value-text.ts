import type { ItemAnswer, Receiver } from '../../../src/domain/handoff/handoff';
import { useText } from '../../kit/text/use-text';
import { useSurface } from '../../kit/surface/surface-context';
import { useNames } from '../data/card-context';

/** An appointment: the day of the week is what people check first. */
const TO_THE_MINUTE = { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;

/** The year, where it is not the present one. */
function yearOf(...instants: readonly string[]): Pick<Intl.DateTimeFormatOptions, 'year'> {
  const thisYear = new Date().toISOString().slice(0, 4);
  return instants.every((instant) => instant.startsWith(thisYear)) ? {} : { year: 'numeric' };
}

interface Kinded {
  readonly kind: string;
}

function hasKind(value: unknown): value is Kinded {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

function textOf(value: object, member: string): string {
  const found: unknown = Object.entries(value).find(([name]) => name === member)?.[1];
  return typeof found === 'string' ? found : '';
}

/** Gives any stored value in words: an answer, a section, a receiver; empty for null. */
export function useValueText(): (value: unknown) => string {
  const t = useText();
  const names = useNames();
  const { locale, timeZone } = useSurface();
  const dayText = (day: string): string => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
  const whenText = ({ at, endsAt = at }: Extract<ItemAnswer, { kind: 'when' }>): string =>
    new Intl.DateTimeFormat(locale, { ...TO_THE_MINUTE, ...yearOf(at, endsAt), timeZone }).formatRange(new Date(at), new Date(endsAt));
  return (value) => {
    if (typeof value === 'string') return value;
    if (!hasKind(value)) return '';
    switch (value.kind) {
      case 'text':
        return textOf(value, 'text');
      case 'link':
        return textOf(value, 'url');
      case 'tick':
        return t('handoff.answer.tick');
      case 'noneKnown':
        return t('handoff.answer.noneKnown');
      case 'inDescription':
        return t('handoff.answer.inDescription');
      case 'notApplicable':
        return t('handoff.answer.notApplicable', { reason: textOf(value, 'reason') });
      case 'approval':
        return t('handoff.answer.approval');
      case 'attached':
        return t('handoff.answer.attached', { count: (value as Extract<ItemAnswer, { kind: 'attached' }>).attachments.length });
      case 'noneNeeded':
        return t('handoff.answer.noneNeeded');
      case 'when':
        return whenText(value as Extract<ItemAnswer, { kind: 'when' }>);
      case 'choice':
        return (value as Extract<ItemAnswer, { kind: 'choice' }>).chosen.map(({ name }) => name).join(', ');
      case 'unknown': {
        const { ownerId, until, note } = value as Extract<ItemAnswer, { kind: 'unknown' }>;
        const text = t('handoff.answer.unknown', { name: names.person(ownerId), day: dayText(until) });
        return note === '' ? text : `${text} ${note}`;
      }
      case 'person':
      case 'group':
      case 'role':
        return names.receiver(value as Receiver);
      default:
        return '';
    }
  };
}
