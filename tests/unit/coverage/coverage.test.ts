import { judgeCoverage, type CoverageFinding, type CoverageRule, type CoverageWorkflow } from '../../../src/domain/coverage/coverage';

const TO_DO = '1';
const DEV = '2';
const QA = '3';
const DONE = '4';
const devToQa = { typeId: 'dev-qa', route: { fromStatusIds: [DEV], toStatusId: QA }, opensAt: 'offer' } as const;

const rule = (transitionId: string, more: Partial<CoverageRule> = {}): CoverageRule => ({
  transitionId,
  requires: 'prepared',
  mode: 'enforce',
  disabled: false,
  ...more,
});
const way = (id: string, name: string, fromStatusIds: readonly string[], toStatusId: string) => ({ id, name, fromStatusIds, toStatusId });
const workflow = (more: Partial<CoverageWorkflow> = {}): CoverageWorkflow => ({
  name: 'Delivery',
  transitions: [way('11', 'Start work', [TO_DO], DEV), way('21', 'Send to QA', [DEV], QA), way('31', 'Finish', [QA], DONE)],
  rules: [rule('21'), rule('31', { requires: 'accepted' })],
  isShared: false,
  ...more,
});
const findings = (
  given: CoverageWorkflow,
  types: Parameters<typeof judgeCoverage>[0] = [devToQa],
): Record<string, readonly CoverageFinding[]> =>
  Object.fromEntries(judgeCoverage(types, [given]).map(({ transition, findings: found }) => [transition.name, found]));
const withMore = (...more: CoverageWorkflow['transitions'][number][]) => workflow({ transitions: [...workflow().transitions, ...more] });

describe('coverage of a workflow', () => {
  it('S-002: marks which transitions have a handoff type and which do not', () => {
    const ways = judgeCoverage(
      [devToQa, { typeId: 'qa-ops', route: { fromStatusIds: [QA], toStatusId: DONE }, opensAt: 'offer' }],
      [withMore(way('41', 'Back', [QA], DEV), way('51', 'Reopen', [DONE], DEV))],
    );
    expect(ways.map(({ transition, typeIds }) => [transition.name, typeIds])).toEqual([
      ['Start work', []],
      ['Send to QA', ['dev-qa']],
      ['Finish', ['qa-ops']],
      ['Back', []],
      ['Reopen', []],
    ]);
  });

  it('has nothing to say where the rule stands', () => {
    expect(findings(workflow())).toEqual({ 'Start work': [], 'Send to QA': [], Finish: [] });
  });

  it.each<[string, CoverageWorkflow, CoverageFinding[]]>([
    ['no rule', workflow({ rules: [] }), ['noRule']],
    ['a rule that is switched off', workflow({ rules: [rule('21', { disabled: true })] }), ['ruleOff']],
    ['a rule that cannot be read', workflow({ rules: [rule('21', { requires: 'broken' })] }), ['ruleBroken']],
    ['a rule that only watches', workflow({ rules: [rule('21', { mode: 'observe' })] }), ['watching']],
    ['a workflow other projects use', workflow({ isShared: true }), ['shared']],
    ['a second rule that fits', workflow({ rules: [rule('21', { disabled: true }), rule('21')] }), []],
  ])('says so for %s', (_case, given, expected) => {
    expect(findings(given)['Send to QA']).toEqual(expected);
  });

  it('a type that opens at acceptance needs a rule that asks for it, and that rule serves every type', () => {
    const opening = { ...devToQa, opensAt: 'acceptance' } as const;
    expect(findings(workflow(), [opening])['Send to QA']).toEqual(['wrongRequirement']);
    expect(findings(workflow({ rules: [rule('21', { requires: 'accepted' })] }), [opening])['Send to QA']).toEqual([]);
    expect(findings(workflow({ rules: [rule('21', { requires: 'accepted' })] }))['Send to QA']).toEqual([]);
  });

  it('points at ways around: from any status, from another status, and the twin without a rule', () => {
    const found = findings(
      withMore(way('41', 'To QA at once', [], QA), way('51', 'Skip work', [TO_DO], QA), way('61', 'Finish', [DEV], DONE)),
    );
    expect(found['To QA at once']).toEqual(['noRule', 'twin', 'anyStatus']);
    expect(found['Skip work']).toEqual(['around']);
    expect(judgeCoverage([devToQa], [withMore(way('61', 'Finish', [DEV], DONE))]).at(-1)?.findings).toEqual(['twin']);
  });

  it('a rule along no handoff does nothing, unless it guards the way out of a receiving status', () => {
    const found = findings(workflow({ rules: [rule('11'), rule('31', { requires: 'accepted' })] }));
    expect(found).toEqual({ 'Start work': ['idle'], 'Send to QA': ['noRule'], Finish: [] });
    expect(findings(workflow({ rules: [rule('31')] }))['Finish']).toEqual(['idle']);
  });
});
