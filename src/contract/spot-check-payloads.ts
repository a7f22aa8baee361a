import * as v from 'valibot';
import { playbookPage } from './guide-payloads';
import { MAX_ITEMS_PER_CHECK } from './limits';
import { id, version } from './payload-parts';

const answer = v.strictObject({ itemId: id, says: v.picklist(['true', 'false', 'unclear']) });

/** Null begins the spot checks of a type. */
export const saveSpotCheck = v.strictObject({
  ...playbookPage.entries,
  version,
  check: v.nullable(
    v.strictObject({ handoffId: id, answers: v.pipe(v.array(answer), v.minLength(1), v.maxLength(MAX_ITEMS_PER_CHECK), v.readonly()) }),
  ),
});
