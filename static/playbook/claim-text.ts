import type { ClaimedAnswer } from '../../src/domain/spot-check/claims';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';

/** Gives what was answered in words. */
export function useClaimText(): (answer: ClaimedAnswer) => string {
  const t = useText();
  const { locale, timeZone } = useSurface();
  return (answer) => {
    switch (answer.kind) {
      case 'text':
        return answer.text;
      case 'link':
        return answer.url;
      case 'notApplicable':
        return t('handoff.answer.notApplicable', { reason: answer.reason });
      case 'field':
        return t('playbook.spot.inField');
      case 'files':
        return t('playbook.spot.files', { count: answer.count });
      case 'when':
        return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).formatRange(
          new Date(answer.at),
          new Date(answer.endsAt ?? answer.at),
        );
      case 'choice':
        return answer.chosen.map(({ name }) => name).join(', ');
      default:
        return t(`handoff.answer.${answer.kind}`);
    }
  };
}
