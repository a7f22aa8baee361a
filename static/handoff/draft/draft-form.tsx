import type { ReactNode } from 'react';
import { appliesHere } from '../../../src/domain/handoff/applies-here';
import type { ChecklistItem, NotePrompt } from '../../../src/domain/type/handoff-type';
import { Fold } from '../../kit/layout/fold';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import styles from './draft.module.css';
import { FromLastTime } from './from-last-time';
import { ItemField } from './item-field';
import { PreviousContext, usePreviousAnswers } from './previous-answers';
import { ReceiverField } from './receiver-field';
import { RiskField } from './risk-field';
import { SectionField } from './section-field';

/** What the receiver checks is not asked of the sender. */
function isAsked({ answeredBy }: ChecklistItem): boolean {
  return answeredBy === undefined;
}

function items(list: readonly ChecklistItem[]): ReactNode {
  return list.map((item) => <ItemField key={item.itemId} item={item} />);
}

function sections(list: readonly NotePrompt[]): ReactNode {
  return list.map((prompt) => <SectionField key={prompt.sectionId} prompt={prompt} />);
}

/** Everything a draft holds: required items, the receiver where one is missing, the note; what is optional is folded. */
export function DraftForm() {
  const t = useText();
  const { card, screen } = useCard();
  const { items: every, notePrompts, team } = card.handoffType;
  const [all, notHere] = split(every.filter(isAsked), (item) => appliesHere(item, screen.issue.fieldValues));
  const optional = all.filter((item) => !item.required);
  const filledSections = new Set(
    Object.entries(card.handoff?.note ?? {}).flatMap(([id, entry]) => (entry.value === null && entry.unknown === undefined ? [] : [id])),
  );
  // An optional section somebody filled is part of the handoff: it is shown with the others.
  const shownSections = notePrompts.filter((prompt) => prompt.required || filledSections.has(prompt.sectionId));
  const folded = notePrompts.filter((prompt) => !shownSections.includes(prompt));
  return (
    <>
      <FromLastTime />
      <div className={styles.columns}>
        <section aria-label={t('handoff.items', { team })} className={styles.group}>
          <h3 className={styles.heading}>{t('handoff.items', { team })}</h3>
          {items(all.filter((item) => item.required))}
          <ReceiverField />
          <RiskField />
          {optional.length > 0 && <Fold summary={t('handoff.optionalItems', { team, count: optional.length })}>{items(optional)}</Fold>}
          {notHere.length > 0 && (
            <Fold summary={t('handoff.notHere', { count: notHere.length })}>
              <p className={styles.hint}>{notHere.map(({ title }) => title).join(', ')}</p>
            </Fold>
          )}
        </section>
        {notePrompts.length > 0 && (
          <section aria-label={t('handoff.note')} className={styles.group}>
            <h3 className={styles.heading}>{t('handoff.note')}</h3>
            {sections(shownSections)}
            {folded.length > 0 && (
              <Fold summary={t('handoff.optionalSections', { titles: folded.map(({ title }) => title).join(', ') })}>
                {sections(folded)}
              </Fold>
            )}
          </section>
        )}
      </div>
    </>
  );
}

/** A returned handoff being fixed: what was named is on top, the rest folded. */
export function RevisionForm({ named }: { readonly named: ReadonlySet<string> }) {
  const t = useText();
  const { card, screen } = useCard();
  const previous = usePreviousAnswers();
  const { items: every, notePrompts } = card.handoffType;
  const all = every.filter((item) => isAsked(item) && appliesHere(item, screen.issue.fieldValues));
  const notRight = every.filter((item) => !isAsked(item) && named.has(`item:${item.itemId}`)).map(({ title }) => title);
  const isNamed = (field: string): boolean => named.has(field) || card.left.some((left) => `${left.kind}:${left.id}` === field);
  const [ownItems, otherItems] = split(all, (item) => isNamed(`item:${item.itemId}`));
  const [ownSections, otherSections] = split(notePrompts, (prompt) => isNamed(`section:${prompt.sectionId}`));
  const rest = otherItems.length + otherSections.length;
  return (
    <PreviousContext.Provider value={previous}>
      <div className={styles.group}>
        {notRight.length > 0 && <p>{t('handoff.checks.notRight', { titles: notRight.join(', ') })}</p>}
        {items(ownItems)}
        {sections(ownSections)}
        <ReceiverField />
        <RiskField />
        {rest > 0 && (
          <Fold summary={t('handoff.rest', { count: rest })}>
            {items(otherItems)}
            {sections(otherSections)}
          </Fold>
        )}
      </div>
    </PreviousContext.Provider>
  );
}

function split<Value>(values: readonly Value[], matches: (value: Value) => boolean): [Value[], Value[]] {
  return [values.filter(matches), values.filter((value) => !matches(value))];
}
