import type { TextKey, TextVars } from '../kit/text/format-text';
import type { Problem } from './draft-problems';

/** Gives the text of what is wrong with a field; undefined when nothing is. */
export type ProblemOf = (fieldId: string) => string | undefined;

/** Looks problems up by field, worded. */
export function problemTexts(problems: readonly Problem[], t: (key: TextKey, vars?: TextVars) => string): ProblemOf {
  return (fieldId) => {
    const problem = problems.find((each) => each.fieldId === fieldId);
    return problem && t(problem.key, problem.vars);
  };
}
