import * as v from 'valibot';
import type { TypeDraft } from '../../../src/contract/settings';
import { typeDraft } from '../../../src/contract/settings-payloads';
import { checkDraft } from '../../../src/domain/type/check-draft';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toDraft } from '../../../src/domain/type/starters/starter';
import { draftProblems, fieldIds } from '../../../static/settings/draft-problems';
import { saveTypePayload } from '../../../static/settings/save-type-payload';
import { blankDraft, blankItem } from '../../../static/settings/type-draft';
import { storyType } from '../../support/page-stories/settings-stories';

const good = toDraft(devToQa, { fromStatusIds: ['3'], toStatusId: '4' });
const types = [{ current: storyType, switches: { active: true, gatePaused: false } }];
const problemsOf = (own: Partial<TypeDraft>, typeId: string | null = 'dev-to-qa'): readonly string[] =>
  draftProblems({ ...good, ...own }, typeId, types).map(({ fieldId, key }) => `${fieldId} ${key}`);

describe('what keeps a handoff from being published', () => {
  it('is nothing for the starter', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('names everything a new handoff still needs, in the order of the form', () => {
    const blank = blankDraft({ situation: 'Situation', recommendation: 'Recommendation' }, () => 'i1');
    expect(draftProblems(blank, null, []).map(({ fieldId }) => fieldId)).toEqual([
      fieldIds.name,
      fieldIds.team,
      fieldIds.from,
      fieldIds.to,
      fieldIds.itemTitle('i1'),
    ]);
  });

  it('says how long a name may be and how long it is', () => {
    expect(draftProblems({ ...good, team: 'x'.repeat(31) }, 'dev-to-qa', types)).toEqual([
      { fieldId: fieldIds.team, key: 'settings.problem.tooLong', vars: { most: 30, length: 31 } },
    ]);
  });

  it('names the handoff that has the move already, but lets a handoff keep its own and one that is off share it', () => {
    expect(problemsOf({}, null)).toEqual([`${fieldIds.from} settings.problem.route.taken`]);
    const off = [{ current: { ...storyType, typeId: 'other' }, switches: { active: false, gatePaused: false } }, ...types];
    expect(draftProblems(good, 'other', off)).toEqual([]);
  });

  it('refuses to hand over to a status the work item leaves', () => {
    expect(problemsOf({ route: { fromStatusIds: ['3', '4'], toStatusId: '4' } })).toContain(
      `${fieldIds.to} settings.problem.to.sameAsFrom`,
    );
  });

  it('wants a Jira field for an item that is answered by one', () => {
    expect(problemsOf({ items: [{ ...blankItem('f'), title: 'Environment', kind: 'field' }] })).toEqual([
      `${fieldIds.itemField('f')} settings.problem.item.field`,
    ]);
  });

  it('wants two items that can be told apart', () => {
    const twice = [
      { ...blankItem('a'), title: 'Logs' },
      { ...blankItem('b'), title: 'LOGS ' },
    ];
    expect(problemsOf({ items: twice })).toEqual([`${fieldIds.itemTitle('b')} settings.problem.repeated`]);
  });

  it.each([
    { kind: 'person', accountId: '' },
    { kind: 'group', groupId: '', groupName: '' },
    { kind: 'role', roleId: '', roleName: '' },
    { kind: 'userField', fieldId: '', fieldName: '' },
  ] as const)('wants to know which $kind receives', (receiver) => {
    expect(problemsOf({ receiver })).toEqual([`${fieldIds.receiver} settings.problem.receiver.${receiver.kind}`]);
  });

  it('S-060: wants somebody who can be the second to sign off where one person receives', () => {
    const ofLevel3 = (receiver: TypeDraft['receiver'], accountableId: string | null) =>
      problemsOf({ receiver, options: { verificationLevel: 3, accountableId } });
    const problem = `${fieldIds.accountable} settings.problem.secondPerson`;
    const ana = { kind: 'person', accountId: 'ana' } as const;
    for (const receiver of [ana, { kind: 'senderChooses' }, { kind: 'userField', fieldId: 'qa', fieldName: 'QA' }] as const) {
      expect(ofLevel3(receiver, null)).toEqual([problem]);
      expect(ofLevel3(receiver, 'lena')).toEqual([]);
    }
    expect(ofLevel3(ana, 'ana')).toEqual([problem]);
    expect(ofLevel3({ kind: 'group', groupId: 'qa', groupName: 'QA' }, null)).toEqual([]);
    expect(problemsOf({ receiver: ana, options: { verificationLevel: 2 } })).toEqual([]);
  });

  it('lets through nothing that the contract or the rules refuse', () => {
    const drafts: readonly Partial<TypeDraft>[] = [
      {},
      { name: ' ' },
      { name: 'x'.repeat(61) },
      { team: '' },
      { items: [] },
      { items: [{ ...blankItem('a'), title: 'x'.repeat(61) }] },
      { items: [{ ...blankItem('a'), title: 'Logs', hint: 'x'.repeat(201) }] },
      {
        items: [
          { ...blankItem('a'), title: 'Logs' },
          { ...blankItem('b'), title: 'logs' },
        ],
      },
      { items: [{ ...blankItem('a'), title: 'Field', kind: 'field' }] },
      { notePrompts: [{ sectionId: 's', title: '', hint: '', required: true }] },
      { notePrompts: [{ sectionId: 's', title: 'Note', hint: 'x'.repeat(201), required: true }] },
      { route: { fromStatusIds: [], toStatusId: '4' } },
      { route: { fromStatusIds: ['3'], toStatusId: '' } },
      { receiver: { kind: 'person', accountId: '' } },
      { options: { verificationLevel: 3 } },
      { options: { verificationLevel: 3, accountableId: 'lena' } },
    ];
    for (const own of drafts) {
      const draft = { ...good, ...own };
      const isAccepted = v.safeParse(typeDraft, saveTypePayload(1, null, draft).draft).success && checkDraft(draft) === null;
      expect([own, draftProblems(draft, 'dev-to-qa', types).length === 0]).toEqual([own, isAccepted]);
    }
  });
});
