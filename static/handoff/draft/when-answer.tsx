import Textfield from '@atlaskit/textfield';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import { leftFrom } from '../../../src/domain/handoff/when-answer';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import type { TextKey } from '../../kit/text/format-text';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { useNow } from '../../kit/time/use-now';
import styles from './draft.module.css';
import { enteredWhen, joinWhen, parseWhen, splitWhen, type ParsedWhen } from './parse-when';
import { Problem } from './problem';
import type { DraftField } from './use-field';
import { useTypedText } from './use-typed-text';

/** Keeps years to four digits while they are typed. */
const LATEST = '9999-12-31T23:59';

interface WhenAnswerProps {
  readonly item: ChecklistItem;
  readonly field: DraftField;
  readonly answer: ItemAnswer | null;
  readonly controlId: string;
  /** Id of the item's title on the page. */
  readonly titleId: string;
}

/** Date and time of an item in the writer's zone, two of them for a window. What cannot be saved as it stands is explained and kept. */
export function WhenAnswer({ item, field, answer, controlId, titleId }: WhenAnswerProps) {
  const t = useText();
  const { timeZone } = useSurface();
  const now = useNow();
  const typed = useTypedText(
    enteredWhen(answer?.kind === 'when' ? answer : null, timeZone),
    (entered) => !parseWhen(entered, timeZone).ok,
    (entered) => {
      const parsed = parseWhen(entered, timeZone);
      if (parsed.ok) field.put(parsed.answer, 'soon');
    },
  );
  const [start, end] = splitWhen(typed.text);
  const parsed = parseWhen(typed.text, timeZone);
  const problem = problemOf(item, parsed, now.toISOString());
  const sides = [
    { id: controlId, label: 'handoff.when.from', value: start, toText: (value: string) => joinWhen(value, end) },
    { id: `${controlId}-until`, label: 'handoff.when.until', value: end, toText: (value: string) => joinWhen(start, value) },
  ] as const;
  return (
    <>
      <div className={styles.times}>
        {sides.slice(0, item.window === true ? 2 : 1).map(({ id, label, value, toText }) => (
          <div key={id}>
            {item.window === true && (
              <label className={styles.hint} htmlFor={id} id={`${id}-label`}>
                {t(label)}
              </label>
            )}
            <Textfield
              id={id}
              type="datetime-local"
              max={LATEST}
              value={value}
              isInvalid={!parsed.ok}
              aria-labelledby={item.window === true ? `${titleId} ${id}-label` : titleId}
              aria-describedby={`${controlId}-hint ${controlId}-zone ${controlId}-problem`}
              onFocus={typed.onFocus}
              onBlur={typed.onBlur}
              onChange={(event) => typed.type(toText(event.currentTarget.value))}
            />
          </div>
        ))}
      </div>
      <p className={styles.hint} id={`${controlId}-zone`}>
        {t('handoff.when.zone', { zone: timeZone })}
      </p>
      <Problem id={`${controlId}-problem`} text={problem === null ? null : t(problem)} />
    </>
  );
}

/** What is wrong with a time as it stands: it cannot be saved, or it will not count; null for nothing. */
function problemOf(item: ChecklistItem, parsed: ParsedWhen, now: string): TextKey | null {
  if (!parsed.ok) return `handoff.problem.${parsed.problem}`;
  if (parsed.answer === null) return null;
  if (item.window === true && parsed.answer.endsAt === undefined) return 'handoff.problem.endMissing';
  const from = leftFrom(item, parsed.answer);
  return from !== null && from <= now ? 'handoff.problem.passed' : null;
}
