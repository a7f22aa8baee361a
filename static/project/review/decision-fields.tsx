import Textfield from '@atlaskit/textfield';
import { MAX_REVIEW_DECISIONS } from '../../../src/contract/limits';
import type { ReviewView } from '../../../src/contract/review';
import { addDays } from '../../../src/domain/calendar/calendar-day';
import type { ChecklistChange, Decision, Review } from '../../../src/domain/review/review';
import { FormField } from '../../kit/form/form-field';
import { TextButton } from '../../kit/layout/text-button';
import { personName } from '../../kit/people/person-name';
import { useText } from '../../kit/text/use-text';
import { Pick } from '../../kit/form/pick';
import actionBar from '../../kit/layout/action-bar.module.css';
import styles from './review.module.css';

interface DecisionFieldsProps {
  readonly view: ReviewView;
  readonly open: Review;
  readonly decisions: readonly Decision[];
  readonly onChange: (decisions: readonly Decision[]) => void;
}

/** Days a decision has unless somebody says otherwise. */
const DUE_IN_DAYS = 14;

/** What was decided: what, by whom, until when, and what it changes in the checklist. Proposals are one press away. */
export function DecisionFields({ view, open, decisions, onChange }: DecisionFieldsProps) {
  const t = useText();
  const add = (text: string, change: ChecklistChange | null): void =>
    onChange([...decisions, { text, ownerId: view.viewer.accountId, dueOn: addDays(view.today, DUE_IN_DAYS), change }]);
  const isTaken = (itemId: string): boolean => decisions.some(({ change }) => change?.kind === 'retireItem' && change.itemId === itemId);
  const idle = open.idleItems.filter(({ itemId }) => !isTaken(itemId));
  const isFull = decisions.length >= MAX_REVIEW_DECISIONS;
  return (
    <section className={styles.part}>
      <h4 className={styles.partTitle}>{t('review.decisions')}</h4>
      {decisions.map((decision, index) => (
        <DecisionRow
          key={index}
          number={index + 1}
          view={view}
          open={open}
          decision={decision}
          onChange={(changed) => onChange(decisions.map((each, place) => (place === index ? changed : each)))}
          onRemove={() => onChange(decisions.filter((_, place) => place !== index))}
        />
      ))}
      {!isFull && (
        <div className={actionBar.actions}>
          <TextButton onClick={() => add('', null)}>{t('review.decision.add')}</TextButton>
          <TextButton
            onClick={() => add(t('review.change.peerReviewText'), { kind: 'peerReview', title: t('review.change.peerReviewTitle') })}
          >
            {t('review.decision.addPeer')}
          </TextButton>
        </div>
      )}
      {!isFull && open.signals.some(({ key }) => key === 'review.signal.couldGo') && (
        <>
          <p className={styles.subtle}>{t('review.couldGo')}</p>
          <div className={actionBar.actions}>
            {(['merge', 'automate', 'keep'] as const).map((way) => (
              <TextButton key={way} onClick={() => add(t(`review.couldGo.${way}Text`), null)}>
                {t(`review.couldGo.${way}`)}
              </TextButton>
            ))}
          </div>
        </>
      )}
      {!isFull && idle.length > 0 && (
        <>
          <p className={styles.subtle}>{t('review.idle', { count: idle[0]?.accepted ?? 0 })}</p>
          <ul className={styles.list}>
            {idle.map(({ itemId, title }) => (
              <li key={itemId}>
                {title}{' '}
                <TextButton
                  onClick={() => add(t('review.change.retireText', { title }), { kind: 'retireItem', itemId })}
                  label={t('review.idle.retireLabel', { title })}
                >
                  {t('review.idle.retire')}
                </TextButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface DecisionRowProps {
  readonly number: number;
  readonly view: ReviewView;
  readonly open: Review;
  readonly decision: Decision;
  readonly onChange: (decision: Decision) => void;
  readonly onRemove: () => void;
}

function DecisionRow({ number, view, open, decision, onChange, onRemove }: DecisionRowProps) {
  const t = useText();
  const id = `review-decision-${String(number)}`;
  const owners = [...new Set([view.viewer.accountId, decision.ownerId, ...open.invited.map(({ accountId }) => accountId)])];
  const { change } = decision;
  const kind = change?.kind ?? 'none';
  return (
    <div role="group" aria-label={t('review.decision.title', { number })} className={styles.decision}>
      <FormField id={id} label={t('review.decision.text')}>
        <Textfield
          id={id}
          value={decision.text}
          maxLength={200}
          onChange={(event) => onChange({ ...decision, text: event.currentTarget.value })}
        />
      </FormField>
      <div className={styles.fields}>
        <Pick
          id={`${id}-owner`}
          label={t('review.decision.owner')}
          choices={owners.map((accountId) => ({ id: accountId, name: personName(view.people, accountId, t('common.formerUser')) }))}
          value={decision.ownerId}
          onChange={(ownerId) => onChange({ ...decision, ownerId })}
        />
        <FormField id={`${id}-due`} label={t('review.decision.due')}>
          <Textfield
            id={`${id}-due`}
            type="date"
            isCompact
            value={decision.dueOn}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value !== '') onChange({ ...decision, dueOn: value });
            }}
          />
        </FormField>
        <Pick
          id={`${id}-change`}
          label={t('review.decision.change')}
          choices={(['none', 'peerReview', 'addItem', 'retireItem'] as const).map((value) => ({
            id: value,
            name: t(`review.change.${value}`),
          }))}
          value={kind}
          onChange={(value) => onChange({ ...decision, change: toChange(value, change, view, t('review.change.peerReviewTitle')) })}
        />
      </div>
      {change !== null && change.kind !== 'retireItem' && (
        <FormField id={`${id}-title`} label={t('review.change.title')}>
          <Textfield
            id={`${id}-title`}
            value={change.title}
            maxLength={60}
            onChange={(event) => onChange({ ...decision, change: { ...change, title: event.currentTarget.value } })}
          />
        </FormField>
      )}
      {change?.kind === 'retireItem' && (
        <Pick
          id={`${id}-item`}
          label={t('review.change.item')}
          choices={view.type.items.map(({ itemId, title }) => ({ id: itemId, name: title }))}
          value={change.itemId}
          onChange={(itemId) => onChange({ ...decision, change: { kind: 'retireItem', itemId } })}
        />
      )}
      <p>
        <TextButton onClick={onRemove} label={t('review.decision.removeLabel', { number })}>
          {t('common.remove')}
        </TextButton>
      </p>
    </div>
  );
}

function toChange(kind: string, before: ChecklistChange | null, { type }: ReviewView, peerReview: string): ChecklistChange | null {
  const title = before === null || before.kind === 'retireItem' ? '' : before.title;
  switch (kind) {
    case 'peerReview':
      return { kind, title: title === '' ? peerReview : title };
    case 'addItem':
      return { kind, title: title === peerReview ? '' : title };
    case 'retireItem':
      return { kind, itemId: type.items[0]?.itemId ?? '' };
    default:
      return null;
  }
}
