import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { StageName } from './access-stage';

/** What a cell may hold: the call succeeds, or fails with this code. */
export const CELL: Readonly<Record<string, string>> = {
  ok: 'ok',
  no: 'FORBIDDEN',
  own: 'TALK_SAME_PERSON',
  back: 'INVALID_STATE',
  '--': 'NOT_FOUND',
};

/** On the caller's own place: a work item of SHOP, SHOP's pages, the site's rules and administration. */
export const OWN: Readonly<Record<BridgeFunction, string>> = {
  //                        sender receiver pool team lead padmin jadmin outsider viewer
  'handoff.get': 'ok     ok       ok   ok   ok   ok     ok     --       ok',
  'handoff.watch': 'ok     ok       ok   ok   ok   ok     ok     --       ok',
  'handoff.edit': 'ok     ok       ok   ok   ok   ok     ok     --       no',
  'handoff.approve': 'no     ok       ok   ok   ok   ok     ok     --       ok',
  'handoff.handOff': 'ok     ok       ok   ok   ok   ok     ok     --       no',
  'handoff.retryOffer': 'ok     ok       ok   ok   ok   ok     ok     --       no',
  'handoff.take': 'no     ok       ok   no   no   no     no     --       no',
  'handoff.giveBack': 'no     ok       no   no   no   no     no     --       no',
  'handoff.ask': 'no     ok       no   no   no   no     no     --       no',
  'handoff.answer': 'ok     no       ok   ok   ok   ok     ok     --       no',
  'handoff.withdrawQuestion': 'no     ok       no   no   no   no     no     --       no',
  'handoff.readback': 'no     ok       no   no   no   no     no     --       no',
  'handoff.hearback': 'ok     no       no   no   no   no     no     --       no',
  'handoff.countersign': 'no     no       ok   no   ok   no     no     --       no',
  'handoff.confirmChange': 'no     ok       no   no   no   no     no     --       no',
  'handoff.accept': 'no     ok       no   no   no   no     no     --       no',
  'handoff.return': 'no     ok       no   no   no   no     no     --       no',
  'handoff.retryMove': 'no     ok       no   no   no   no     no     --       no',
  'handoff.changeReceiver': 'ok     ok       ok   ok   ok   ok     ok     --       no',
  'handoff.changeSender': 'no     no       no   no   ok   ok     ok     --       no',
  'handoff.delegate': 'no     ok       no   no   no   no     no     --       no',
  'handoff.waive': 'no     no       no   no   ok   no     no     --       no',
  'handoff.remind': 'ok     no       ok   ok   ok   ok     ok     --       no',
  'handoff.hold': 'ok     ok       ok   ok   ok   ok     ok     --       no',
  'handoff.release': 'ok     ok       ok   ok   ok   ok     ok     --       no',
  'handoff.sendAgain': 'ok     ok       ok   ok   ok   ok     ok     --       no',
  'handoff.rate': 'no     ok       no   no   no   no     no     --       no',
  'handoff.addNote': 'ok     ok       no   no   no   no     no     --       no',
  'handoff.recordRework': 'no     ok       no   no   no   no     no     --       no',
  'handoff.supersede': 'ok     no       no   no   ok   no     no     --       no',
  // Nothing leads back here: only whoever accepted gets as far as being told so.
  'handoff.handBack': 'no     back     no   no   no   no     no     --       no',
  'handoff.void': 'no     no       no   no   no   ok     ok     --       no',
  'handoff.withdraw': 'ok     ok       ok   ok   ok   ok     ok     --       no',
  'handoff.startAgain': 'ok     ok       ok   ok   ok   ok     ok     --       no',
  'handoff.logTalk': 'ok     ok       no   no   no   no     no     --       no',
  'handoff.confirmTalk': 'own    ok       no   no   no   no     no     --       no',
  'handoff.waiveTalk': 'ok     no       no   no   no   no     no     --       no',
  'handoff.times': 'ok     ok       ok   ok   ok   ok     ok     --       ok',
  'me.get': 'ok     ok       ok   ok   ok   ok     ok     ok       ok',
  'me.save': 'ok     ok       ok   ok   ok   ok     ok     ok       ok',
  'handoff.round': 'ok     ok       ok   ok   ok   ok     ok     --       ok',
  'handoff.timeline': 'ok     ok       ok   ok   ok   ok     ok     --       ok',
  'people.find': 'ok     ok       ok   ok   ok   ok     ok     --       ok',
  'project.home': 'ok     ok       ok   ok   ok   ok     ok     --       ok',
  'settings.get': 'no     no       no   no   no   ok     ok     no       no',
  'settings.turnOn': 'no     no       no   no   no   ok     ok     no       no',
  'settings.turnOff': 'no     no       no   no   no   ok     ok     no       no',
  'settings.saveType': 'no     no       no   no   no   ok     ok     no       no',
  'settings.effect': 'no     no       no   no   no   ok     ok     no       no',
  'settings.switchType': 'no     no       no   no   no   ok     ok     no       no',
  'settings.checkRules': 'no     no       no   no   no   ok     ok     no       no',
  'settings.coverage': 'no     no       no   no   no   ok     ok     no       no',
  'settings.testRun': 'no     no       no   no   no   ok     ok     no       no',
  'settings.findPeople': 'no     no       no   no   no   ok     ok     no       no',
  'rule.explain': 'no     no       no   no   no   no     ok     no       no',
  'admin.overview': 'no     no       no   no   no   no     ok     no       no',
  'admin.pinPanel': 'no     no       no   no   no   no     ok     no       no',
  'admin.switchRules': 'no     no       no   no   no   no     ok     no       no',
};

/** Nobody finds what is hidden from them, or reaches past the place they stand on: neither the pair nor any admin. */
export const NOBODY = '--     --       --   --   --   --     --     --       --';

/** Settings of another project, which has an admin of its own, and the rule of its own workflow. */
export const OTHER_PROJECT: Readonly<Record<string, string>> = {
  //                        sender receiver pool team lead padmin jadmin outsider viewer
  'settings.get': 'no     no       no   no   ok   no     ok     no       no',
  'settings.turnOn': 'no     no       no   no   ok   no     ok     no       no',
  'settings.turnOff': 'no     no       no   no   ok   no     ok     no       no',
  'settings.saveType': 'no     no       no   no   ok   no     ok     no       no',
  'settings.effect': 'no     no       no   no   ok   no     ok     no       no',
  'settings.switchType': 'no     no       no   no   ok   no     ok     no       no',
  'settings.checkRules': 'no     no       no   no   ok   no     ok     no       no',
  'settings.coverage': 'no     no       no   no   ok   no     ok     no       no',
  'settings.testRun': 'no     no       no   no   ok   no     ok     no       no',
  'settings.findPeople': 'no     no       no   no   ok   no     ok     no       no',
  'rule.explain': 'no     no       no   no   ok   no     ok     no       no',
};

/** The state a handoff must be in for the function to be possible at all. */
export const STAGE_OF: Readonly<Partial<Record<BridgeFunction, StageName>>> = {
  'handoff.edit': 'draft',
  'handoff.approve': 'draft',
  'handoff.handOff': 'draft',
  'handoff.retryOffer': 'draft',
  'handoff.waive': 'draft',
  'handoff.take': 'pooled',
  'handoff.giveBack': 'taken',
  'handoff.answer': 'asked',
  'handoff.confirmTalk': 'talked',
  'handoff.withdrawQuestion': 'asked',
  'handoff.readback': 'toReadBack',
  'handoff.hearback': 'readBack',
  'handoff.countersign': 'guarded',
  'handoff.confirmChange': 'accepted',
  'handoff.retryMove': 'accepted',
  'handoff.rate': 'accepted',
  'handoff.addNote': 'accepted',
  'handoff.recordRework': 'accepted',
  'handoff.hold': 'draft',
  'handoff.release': 'draft',
  'handoff.handBack': 'accepted',
  'handoff.startAgain': 'withdrawn',
};
