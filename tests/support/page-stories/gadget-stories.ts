import type { GadgetHealth, GadgetType } from '../../../src/contract/gadget';
import type { Story } from './story-page';

const cycleWorking = { n: 17, p50: 3.4, p85: 9, p95: null, max: 21, mean: 4.8 };
const month = { isProvisional: true, offered: 19, dropped: { k: 3, n: 15 }, firstPass: { k: 14, n: 18 }, cycleWorking };

const types: readonly GadgetType[] = [
  { typeId: 'dev-to-qa', name: 'Dev → QA', waiting: 4, month },
  { typeId: 'returns', name: 'Returns → Warehouse', waiting: 0, month: { ...month, offered: 5 } },
  { typeId: 'to-ops', name: 'Release → Ops', waiting: 1, month: null },
];

const PROJECT = { id: '10000', key: 'BAT', name: 'Baton shop' };
const chosen = { gadgetConfiguration: { projectId: '10000', typeIds: [] } };

const gadget = (own: Partial<GadgetHealth> = {}): Story => ({
  surface: 'gadget',
  answers: { 'gadget.health': { project: PROJECT, on: true, month: '2026-10', types, isWaitingCut: false, ...own } },
  extension: chosen,
});

const named = types.map(({ typeId, name }) => ({ typeId, name }));

/** States of the dashboard gadget and of its edit view. */
export const gadgetStories: Readonly<Record<string, Story>> = {
  gadget: gadget(),
  'gadget-unset': { ...gadget(), extension: { gadgetConfiguration: {} } },
  'gadget-off': gadget({ on: false }),
  'gadget-edit': {
    surface: 'gadget-edit',
    answers: {
      'gadget.projects': {
        projects: [
          { ...PROJECT, types: named },
          { id: '10001', key: 'APP', name: 'App', types: named.slice(0, 1) },
        ],
      },
    },
    extension: { gadgetConfiguration: { projectId: '10000', typeIds: ['returns'] } },
  },
  'gadget-edit-none': { surface: 'gadget-edit', answers: { 'gadget.projects': { projects: [] } } },
};
