import { useState, type ReactNode } from 'react';
import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import { Fold } from '../kit/layout/fold';
import form from '../kit/layout/form-layout.module.css';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { FoldSummary } from './fold-summary';
import { optionFacts } from './option-facts';
import type { OptionGroup } from './option-groups';
import { AnsweringFields, PreparingFields, TalkingFields } from './people-fields';
import type { ProblemOf } from './problem-texts';
import { ReviewFields } from './review-fields';
import { SpotCheckField } from './spot-check-field';
import { AfterwardsFields, AwayFields, DueFields } from './time-fields';
import styles from './type-editor.module.css';
import { useLatch } from './use-latch';
import { WorkFields } from './work-fields';

interface OptionFoldsProps {
  readonly draft: TypeDraft;
  readonly people: SettingsView['people'];
  readonly statuses: SettingsView['statuses'];
  readonly problemOf: ProblemOf;
  readonly onChange: (draft: TypeDraft) => void;
}

/** Purposes in the order of a handoff's life. */
const GROUPS = ['preparing', 'answering', 'away', 'due', 'talking', 'afterwards'] as const satisfies readonly OptionGroup[];

/**
 * Everything beyond the main path, in one fold that names what is on; inside, one fold per purpose that says what is set. It starts
 * open where something is on, so that nobody has to look for what he once switched on.
 */
export function OptionFolds({ draft, people, statuses, problemOf, onChange }: OptionFoldsProps) {
  const t = useText();
  const { locale } = useSurface();
  const [picked, setPicked] = useState<{ readonly accountId: string; readonly name: string } | null>(null);
  const accountableId = draft.options?.accountableId ?? null;
  const pickedName = picked !== null && picked.accountId === accountableId ? picked.name : undefined;
  const accountable =
    pickedName ??
    people[accountableId ?? '']?.displayName ??
    t(accountableId === '' ? 'settings.fact.answering.open' : 'common.formerUser');
  const facts = optionFacts(draft, accountable, t);
  const on = GROUPS.filter((group) => facts[group].length > 0).map((group) => t(`settings.form.${group}`));
  const list = (parts: readonly string[]): string => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts);
  const hasProblem = problemOf(fieldIds.accountable) !== undefined;
  const startsOpen = useLatch(on.length > 0 || hasProblem);
  const answeringStartsOpen = useLatch(hasProblem);
  const shared = { draft, onChange };
  const fields: Readonly<Record<(typeof GROUPS)[number], ReactNode>> = {
    preparing: <PreparingFields {...shared} />,
    answering: (
      <AnsweringFields {...shared} people={people} problemOf={problemOf} onPicked={(accountId, name) => setPicked({ accountId, name })} />
    ),
    away: <AwayFields {...shared} />,
    due: <DueFields {...shared} />,
    talking: <TalkingFields {...shared} />,
    afterwards: (
      <div className={styles.stack}>
        <AfterwardsFields {...shared} />
        <WorkFields {...shared} statuses={statuses} />
        <ReviewFields {...shared} />
        <SpotCheckField {...shared} />
      </div>
    ),
  };
  return (
    <Fold
      summary={<FoldSummary name={t('settings.form.more')} facts={on.length === 0 ? t('settings.fact.nothing') : list(on)} />}
      startsOpen={startsOpen}
    >
      <p className={styles.intro}>{t('settings.form.moreIntro')}</p>
      <div className={form.folds}>
        {GROUPS.map((group) => (
          <Fold
            key={group}
            summary={
              <FoldSummary
                name={t(`settings.form.${group}`)}
                facts={facts[group].length === 0 ? t('settings.fact.off') : list(facts[group])}
              />
            }
            startsOpen={group === 'answering' && answeringStartsOpen}
          >
            {fields[group]}
          </Fold>
        ))}
      </div>
    </Fold>
  );
}
