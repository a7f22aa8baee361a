import { QUESTION_IDS } from '../../src/domain/ten-questions/question';
import { A_GUIDE } from './a-guide';
import type { AppSite } from './app-site';
import { PLACE } from './fault-press';

/** An answer to every question of an audit. */
export const ALL_TEN = { answers: QUESTION_IDS.map((questionId) => ({ questionId, says: 'yes' })), edits: [] };

/** Limits of charts begun anew, the first time. */
export const NEW_LIMITS = { version: 0, change: { kind: 'start', from: '2031-03-01', reason: 'A new checklist' } };

/** Finishes an audit that leaves one thing to do. */
export async function finishAudit(site: AppSite, { typeId }: { readonly typeId: string }): Promise<void> {
  const answers = QUESTION_IDS.map((questionId) => ({ questionId, says: questionId === 'training' ? 'no' : 'yes' }));
  await site.value('projectAdmin', 'settings.saveAudit', { typeId, version: 0, answers, edits: [] }, PLACE);
  await site.value('projectAdmin', 'settings.completeAudit', { typeId, version: 1 }, PLACE);
}

/** What is said in a review with nothing left to say, and a change of the checklist decided. */
export const REVIEW_WORDS = {
  ...{ slow: '', redone: '', missing: '', finding: '', failed: null },
  decisions: [
    { text: 'Somebody looks first', ownerId: '712020:ana', dueOn: '2031-04-01', change: { kind: 'peerReview', title: 'Peer review' } },
  ],
  playbook: { kind: 'noChange', why: 'It says so already' },
};

/** Opens a review and says everything in it; what is answered is what finishing it takes. */
export async function openReview(site: AppSite): Promise<{ readonly typeId: string; readonly version: number }> {
  const { typeId } = await site.turnOn('SHOP', { options: { review: 'on', accountableId: site.account('projectAdmin') } });
  await site.value('projectAdmin', 'project.openReview', { typeId, month: '2031-03', signal: null }, PLACE);
  const { version } = await site.value('projectAdmin', 'project.saveReview', { typeId, version: 1, words: REVIEW_WORDS }, PLACE);
  return { typeId, version };
}

/** When the review or audit of its scene is finished: the scenes' clock stands still but for the two minutes they begin with. */
export const FINISHED_AT = '2031-03-03T09:02:00.000Z';

/** Has a review finished by its champion, so that the accountable person may sign it. */
export async function finishReview(site: AppSite): Promise<void> {
  const { typeId, version } = await openReview(site);
  const guide = { ...A_GUIDE, championId: site.account('lead') };
  await site.value('projectAdmin', 'settings.saveGuide', { typeId, version: 1, guide, note: null }, PLACE);
  await site.value('lead', 'project.finishReview', { typeId, version }, PLACE);
}
