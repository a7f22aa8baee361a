import type { Receiver } from '../../../src/domain/handoff/handoff';
import { useText } from '../../kit/text/use-text';
import { useNames } from '../data/card-context';

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
      case 'person':
      case 'group':
      case 'role':
        return names.receiver(value as Receiver);
      default:
        return '';
    }
  };
}
