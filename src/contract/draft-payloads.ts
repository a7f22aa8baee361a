import * as v from 'valibot';
import { id, version } from './payload-parts';
import { typeDraft } from './settings-payloads';

/** A draft holds to the same limits as a version; what keeps it from being published may still be wrong with it. */
export const saveDraft = v.strictObject({ typeId: v.nullable(id), version, basedOn: version, draft: typeDraft });
export const discardDraft = v.strictObject({ typeId: v.nullable(id), version });
