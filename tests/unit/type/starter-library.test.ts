import { parse } from 'valibot';
import { typeDraft } from '../../../src/contract/settings-payloads';
import { checkDraft, normaliseDraft } from '../../../src/domain/type/check-draft';
import type { RaciEntry } from '../../../src/domain/type/guide';
import { proposeStarterRoute } from '../../../src/domain/type/propose-route';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { designToDev } from '../../../src/domain/type/starters/design-to-dev';
import { copyToDesign } from '../../../src/domain/type/starters/copy-to-design';
import { orderFulfilment } from '../../../src/domain/type/starters/order-fulfilment';
import { releaseToOps } from '../../../src/domain/type/starters/release-to-ops';
import { returnsToWarehouse } from '../../../src/domain/type/starters/returns-to-warehouse';
import { supportEscalation } from '../../../src/domain/type/starters/support-escalation';
import { toDraft, type Starter } from '../../../src/domain/type/starters/starter';
import { findStarter, STARTERS } from '../../../src/domain/type/starters/starter-library';
import { NO_OPTIONS, optionsOf } from '../../../src/domain/type/type-options';

const route = { fromStatusIds: ['1'], toStatusId: '2' };
const library = STARTERS.map((starter) => [starter.starterId, starter] as const);
const requiredOf = ({ items }: Starter) => items.filter(({ required }) => required).map(({ title, kind }) => [title, kind]);
const titlesOf = ({ items }: Starter, ids: readonly string[]) => ids.map((id) => items.find(({ itemId }) => itemId === id)?.title);
const names = (cell: readonly RaciEntry[]) => cell.map((entry) => (entry.kind === 'other' ? entry.name : entry.kind));

describe('the starter library', () => {
  it('S-001: holds the eight handoffs, each under an id of its own', () => {
    expect(STARTERS.map(({ name }) => name)).toEqual([
      'Dev → QA',
      'Design → Dev',
      'Copy → Design',
      'Release → Ops',
      'Support tier 1 → tier 2',
      'Sales → Support',
      'Warehouse → Courier',
      'Returns → Warehouse',
    ]);
    STARTERS.forEach((starter) => expect(findStarter(starter.starterId)).toBe(starter));
    expect(findStarter('no-such-starter')).toBeNull();
    expect(findStarter(undefined)).toBeNull();
  });

  it('S-001: has a checklist, prompts and a page for each trade, none of them a copy of another', () => {
    const unique = (texts: readonly string[]) => expect(new Set(texts).size).toBe(texts.length);
    unique(STARTERS.flatMap(({ items }) => items.map(({ itemId, title }) => `${itemId} ${title}`)));
    unique(STARTERS.flatMap(({ notePrompts }) => notePrompts.map(({ hint }) => hint)));
    unique(STARTERS.map(({ guide }) => guide.example));
    unique(STARTERS.map(({ summary }) => summary));
  });
});

describe('every starter', () => {
  it.each(library)('%s requires at most 4 items and 2 sections', (_id, starter) => {
    expect(requiredOf(starter).length).toBeGreaterThan(0);
    expect(requiredOf(starter).length).toBeLessThanOrEqual(4);
    expect(starter.notePrompts.filter(({ required }) => required).length).toBeLessThanOrEqual(2);
  });

  it.each(library)('%s has nothing on beyond the main path', (_id, starter) => {
    expect(starter).not.toHaveProperty('options');
    expect(optionsOf(starter)).toEqual(NO_OPTIONS);
    expect(starter.receiver).toEqual({ kind: 'senderChooses' });
  });

  it.each(library)('%s can be saved as it is', (_id, starter) => {
    const draft = toDraft(starter, route);
    expect(checkDraft(draft)).toBeNull();
    expect(normaliseDraft(draft)).toEqual(draft);
    expect(parse(typeDraft, draft)).toEqual(draft);
    starter.items.forEach(({ hint }) => expect(hint).not.toBe(''));
  });

  it.each(library)('%s asks for information, steps and confirmation, and nothing else', (_id, starter) => {
    const { information, steps, confirmation } = starter.groups;
    expect([...information, ...steps, ...confirmation]).toEqual(starter.items.map(({ itemId }) => itemId));
    [information, steps, confirmation].forEach((group) => expect(group.length).toBeGreaterThan(0));
    const checks = starter.items.filter(({ answeredBy }) => answeredBy === 'receiver');
    expect(checks.map(({ itemId }) => itemId)).toEqual(confirmation);
  });

  it.each(library)('%s opens with a playbook page and a RACI-R row', (_id, { guide }) => {
    expect(guide.whenUsed.length).toBeLessThanOrEqual(1_000);
    expect(guide.example.length).toBeLessThanOrEqual(3_000);
    const lists = [guide.flow.inputs, guide.flow.process, guide.flow.outputs, guide.agenda, guide.pitfalls];
    lists.forEach((lines) => {
      expect(lines.length).toBeGreaterThan(0);
      lines.forEach((line) => expect(line.length).toBeLessThanOrEqual(120));
    });
    expect(['Situation', 'Background', 'Assessment', 'Recommendation'].every((part) => guide.example.includes(`${part}: `))).toBe(true);
    expect(Object.values(guide.raciR ?? {}).map((cell: readonly RaciEntry[]) => cell.length)).toEqual([1, 1, 1, 1, 1]);
    expect(guide).toMatchObject({ championId: null, reviewedOn: null, reviewedBy: null });
  });

  it.each(library)('%s finds its route in a workflow of its trade, and asks where none fits', (starterId, { routeWords }) => {
    const statuses = (TRADES[starterId] ?? []).map((name, index) => ({ id: String(index), name, category: 'indeterminate' as const }));
    expect(proposeStarterRoute(routeWords, statuses)).toEqual({ fromStatusIds: ['1'], toStatusId: '2' });
    const strange = ['Alpha', 'Beta'].map((name) => ({ id: name, name, category: 'indeterminate' as const }));
    expect(proposeStarterRoute(routeWords, strange)).toBeNull();
  });
});

/** Statuses of a workflow in which the second hands over to the third. */
const TRADES: Readonly<Record<string, readonly string[]>> = {
  'dev-to-qa': ['Backlog', 'In Development', 'In QA'],
  'design-to-dev': ['Ideas', 'In Design', 'Ready for Dev'],
  'copy-to-design': ['Briefed', 'Copywriting', 'In Design'],
  'release-to-ops': ['Backlog', 'Ready for release', 'In operation'],
  'support-tier-1-to-2': ['New', 'Tier 1', 'Escalated'],
  'sales-to-support': ['Lead', 'Contract signed', 'Onboarding'],
  'order-fulfilment': ['Ordered', 'Packing', 'With courier'],
  'returns-to-warehouse': ['Announced', 'Return inspected', 'To restock'],
};

describe('Dev to QA', () => {
  it('S-073: asks for six short things and offers the rest', () => {
    expect(requiredOf(devToQa)).toEqual([
      ['Pull request', 'link'],
      ['Where to test', 'text'],
      ['How to check it', 'text'],
      ['Known issues', 'text'],
    ]);
    const offered = devToQa.items.filter(({ required, answeredBy }) => !required && answeredBy === undefined);
    expect(offered.map(({ title }) => title)).toEqual(['Acceptance criteria', 'Test cases', 'Unit tests', 'Docs updated']);
    expect(devToQa.notePrompts.map(({ title, required }) => [title, required])).toEqual([
      ['Situation', true],
      ['Background', false],
      ['Assessment', false],
      ['Recommendation', true],
    ]);
  });

  it('S-075: gives the receiver the smoke test and the stable build to check', () => {
    expect(titlesOf(devToQa, devToQa.groups.confirmation)).toEqual(['Smoke test passes', 'Build is stable']);
  });

  it('S-121: takes "in the description" for the check and "none known" for the issues', () => {
    const items = new Map(devToQa.items.map((item) => [item.itemId, item]));
    expect(items.get('how_to_check')).toMatchObject({ allowInDescription: true });
    expect(items.get('known_issues')).toMatchObject({ allowNoneKnown: true });
  });
});

describe('what single starters ask', () => {
  it('S-008, S-070: a parcel needs its label, its address and its tracking code; three steps and two checks go with it', () => {
    expect(requiredOf(orderFulfilment)).toEqual([
      ['Shipping label', 'attachment'],
      ['Tracking code', 'text'],
      ['Pickup window', 'when'],
      ['Address matches the label', 'tick'],
    ]);
    expect(titlesOf(orderFulfilment, orderFulfilment.groups.steps).slice(1)).toEqual([
      'Inventory checked',
      'Packing slip printed',
      'Courier notified',
    ]);
    expect(titlesOf(orderFulfilment, orderFulfilment.groups.confirmation)).toEqual(['No damage', 'Label and address agree']);
  });

  it('S-033: design hands over with the inputs, the process and the output of its trade', () => {
    const { inputs, process, outputs } = designToDev.guide.flow;
    expect([...inputs, ...process, ...outputs]).toEqual([
      'Specifications and mock-ups',
      'Review meeting',
      'Asset repository',
      'Prioritised task list',
    ]);
  });

  it('S-036: the support row names both tiers, the lead, the knowledge base and the customer', () => {
    const row = supportEscalation.guide.raciR;
    expect(row === null ? [] : [row.responsible, row.accountable, row.consulted, row.informed, row.receiver].flatMap(names)).toEqual([
      'Tier 1 agent',
      'Team lead',
      'Knowledge base',
      'Customer via ticket',
      'Tier 2 agent',
    ]);
  });

  it('S-052: a release needs its test suite, its notes and a meeting that lies ahead', () => {
    expect(requiredOf(releaseToOps).map(([title]) => title)).toEqual(['Final test suite', 'Release notes', 'Handover meeting', 'Way back']);
    expect(releaseToOps.items).toContainEqual(expect.objectContaining({ title: 'Handover meeting', kind: 'when', mustBeAhead: true }));
  });

  it('S-045: a parcel says when it is picked up and what it needs on the way', () => {
    const items = new Map(orderFulfilment.items.map((item) => [item.itemId, item]));
    expect(items.get('pickup')).toMatchObject({ kind: 'when', window: true });
    expect(items.get('special_handling')).toMatchObject({ kind: 'choice', several: true });
    expect(items.get('special_handling')?.choices?.map(({ name }) => name)).toEqual(['Fragile', 'Refrigerated', 'Hazardous', 'None']);
    expect(items.get('special_handling')?.choices?.at(-1)).toMatchObject({ none: true });
  });

  it('S-066: copy comes with special instructions and time spent, and the designer says whether all is there', () => {
    expect(titlesOf(copyToDesign, ['special_instructions', 'time_spent'])).toEqual(['Special instructions', 'Time spent']);
    expect(titlesOf(copyToDesign, copyToDesign.groups.confirmation)).toContain('All elements are there');
  });

  it('a return needs its authorisation number', () => {
    expect(requiredOf(returnsToWarehouse)[0]).toEqual(['Return authorisation number', 'text']);
  });
});

it('S-074: the call about Dev → QA has an agenda: what changed, what is known not to work, questions', () => {
  const lines = devToQa.guide.agenda.map((line) => line.toLowerCase());
  for (const word of ['demo', 'known issues', 'questions']) expect(lines.some((line) => line.includes(word))).toBe(true);
});
