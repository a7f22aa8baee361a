import { ALL_ANSWERS, type AppSite, type Place } from './app-site';
import { COMMAND_ID, PLACE, press, toAnswer, type Answer, type FaultCommand, type Press } from './fault-press';
import { READBACK, type Scene, type SceneName } from './fault-scenes';

const tick = [{ field: 'item' as const, id: 'known_issues', value: { kind: 'noneKnown' as const }, basedOn: 0 }];

/** @param more What the payload holds besides command and handoff. */
function on(
  scene: SceneName,
  by: Press,
  more: (scene: Scene, site: AppSite) => object = () => ({}),
  label: string = by.name,
): FaultCommand {
  const run = (site: AppSite, at: Scene): Promise<Answer> =>
    press(site, by, { commandId: COMMAND_ID, handoffId: at.handoff?.handoffId, ...more(at, site) }, at);
  return { name: label, presses: by.name, scene, kind: 'handoff', run };
}

function edit(label: string, scene: SceneName, changes: object): FaultCommand {
  const run = (site: AppSite, at: Scene): Promise<Answer> =>
    press(site, { part: 'sender', name: 'handoff.edit' }, { commandId: COMMAND_ID, typeId: at.type?.typeId, changes }, at);
  return { name: label, presses: 'handoff.edit', scene, kind: 'handoff', run };
}

function waive(scene: SceneName): FaultCommand {
  const run = (site: AppSite, at: Scene): Promise<Answer> => {
    const payload = { commandId: COMMAND_ID, typeId: at.type?.typeId, reason: 'The shop is down', kinds: ['left'] };
    return press(site, { part: 'lead', name: 'handoff.waive' }, payload, at);
  };
  return { name: 'handoff.waive', presses: 'handoff.waive', scene, kind: 'handoff', run };
}

/** Opening the screen of a work item whose last move no event told of. */
function look(label: string, target: (scene: Scene) => readonly [payload: object, place: Place]): FaultCommand {
  const run = async (site: AppSite, at: Scene): Promise<Answer> => toAnswer(await site.call('sender', 'handoff.get', ...target(at)));
  return { name: label, presses: 'handoff.get', scene: 'movedUnseen', kind: 'handoff', mayBeLate: true, run };
}

/** Says so when it could not move; nobody but the presser tries again. */
const retryMove: FaultCommand = {
  name: 'handoff.retryMove',
  presses: 'handoff.retryMove',
  scene: 'notMovedBack',
  kind: 'move',
  run: async (site, { handoff, issueKey }) => {
    const payload = { commandId: COMMAND_ID, handoffId: handoff?.handoffId };
    const result = await site.call('receiver', 'handoff.retryMove', payload, { issueKey });
    return result.ok && result.value.move === 'failed' ? { code: 'notMoved', says: '' } : toAnswer(result);
  },
};

const decide = ({ handoff }: Scene): object => ({ digest: handoff?.offer?.digest, nextStep: 'Look at refunds' });

/** Every command of the Handoff screen. */
export const HANDOFF_COMMANDS: readonly FaultCommand[] = [
  edit('handoff.edit (first touch)', 'blank', tick),
  edit('handoff.edit (next)', 'draft', tick),
  edit('handoff.edit (to ready)', 'draft', ALL_ANSWERS),
  on('ready', { part: 'sender', name: 'handoff.handOff' }),
  on('movedUnseen', { part: 'sender', name: 'handoff.retryOffer' }),
  look('handoff.get (after a move nobody told of)', ({ issueKey }) => [{}, { issueKey }]),
  look('handoff.get (the same in a list)', ({ issueId }) => [{ issueId }, PLACE]),
  on('holdable', { part: 'sender', name: 'handoff.hold' }, () => ({ until: '2031-03-04T08:00:00.000Z' })),
  on('held', { part: 'sender', name: 'handoff.release' }),
  on('toApprove', { part: 'receiver', name: 'handoff.approve' }, () => ({ itemId: 'signed_off', approved: true })),
  on('poolOffered', { part: 'receiver', name: 'handoff.take' }),
  on('poolTaken', { part: 'receiver', name: 'handoff.giveBack' }),
  on('offered', { part: 'receiver', name: 'handoff.ask' }, () => ({ text: 'Which browser?' })),
  on('asked', { part: 'sender', name: 'handoff.answer' }, ({ handoff }) => ({
    questionId: handoff?.questions[0]?.questionId,
    text: 'All of them',
  })),
  on('asked', { part: 'receiver', name: 'handoff.withdrawQuestion' }, ({ handoff }) => ({ questionId: handoff?.questions[0]?.questionId })),
  on('guarded', { part: 'receiver', name: 'handoff.readback' }, ({ handoff }) => ({ digest: handoff?.offer?.digest, answers: READBACK })),
  on('readBack', { part: 'sender', name: 'handoff.hearback' }, () => ({
    corrections: [{ questionId: 'situation', text: 'After shipping' }],
  })),
  on('guarded', { part: 'lead', name: 'handoff.countersign' }, ({ handoff }) => ({ digest: handoff?.offer?.digest })),
  on('changed', { part: 'receiver', name: 'handoff.confirmChange' }, ({ changeDigest }) => ({ digest: changeDigest })),
  on('offered', { part: 'receiver', name: 'handoff.accept' }, decide),
  on('opensAtAcceptance', { part: 'receiver', name: 'handoff.accept' }, decide, 'handoff.accept (moves)'),
  on('offered', { part: 'receiver', name: 'handoff.return' }, () => ({
    reason: 'The account is locked',
    itemIds: ['where_to_test'],
    sectionIds: [],
  })),
  retryMove,
  on('toTalk', { part: 'sender', name: 'handoff.logTalk' }),
  on('talked', { part: 'receiver', name: 'handoff.confirmTalk' }),
  on('toTalk', { part: 'sender', name: 'handoff.waiveTalk' }, () => ({ instead: 'video', text: 'https://video.example/7' })),
  on('offered', { part: 'sender', name: 'handoff.changeReceiver' }, (_scene, site) => ({
    receiver: { kind: 'person', accountId: site.account('lead') },
  })),
  on('answeredFor', { part: 'lead', name: 'handoff.changeSender' }, (_scene, site) => ({
    sender: site.account('projectAdmin'),
    reason: 'Maya moved to another team',
  })),
  on('answeredFor', { part: 'receiver', name: 'handoff.delegate' }, (_scene, site) => ({ to: site.account('projectAdmin') })),
  waive('answeredForDraft'),
  on('offered', { part: 'sender', name: 'handoff.remind' }),
  on('notSent', { part: 'sender', name: 'handoff.sendAgain' }),
  on('accepted', { part: 'receiver', name: 'handoff.rate' }, () => ({ value: 4, comment: 'Clear' })),
  on('accepted', { part: 'sender', name: 'handoff.addNote' }, () => ({ text: 'Say which account next time' })),
  on('accepted', { part: 'receiver', name: 'handoff.recordRework' }, () => ({
    text: 'The account was locked',
    itemIds: ['where_to_test'],
    sectionIds: [],
  })),
  on('acceptedWithWayBack', { part: 'receiver', name: 'handoff.handBack' }),
  on('offered', { part: 'sender', name: 'handoff.supersede' }),
  on('offered', { part: 'projectAdmin', name: 'handoff.void' }),
  on('offered', { part: 'sender', name: 'handoff.withdraw' }, () => ({ reason: 'Not needed' })),
  on('withdrawn', { part: 'sender', name: 'handoff.startAgain' }),
];
