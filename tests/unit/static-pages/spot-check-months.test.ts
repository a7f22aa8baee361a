import english from '../../../src/contract/locales/en-US.json';
import { formatText, type Translate } from '../../../static/kit/text/format-text';
import { monthColumns } from '../../../static/playbook/spot-check-months';
import { toCsvColumns } from '../../../static/kit/numbers/data-table';

const strings: Readonly<Record<string, string>> = english;
const translate: Translate = (key, otherwise) => strings[key] ?? otherwise ?? key;
const columns = toCsvColumns(monthColumns({ locale: 'en-US', t: (key, vars) => formatText(translate, 'en-US', key, vars) }));

describe('spot checks by month', () => {
  it('M16, O-27: have a range each; with no defect it ends where thirty checks cannot rule more out', () => {
    const clean = { month: '2026-05', checked: 30, defects: 0, evidence: { k: 10, n: 20 } };
    const found = { month: '2026-04', checked: 29, defects: 1, evidence: { k: 0, n: 0 } };
    expect(columns.map(({ heading }) => heading)).toEqual([
      'Month handed off',
      'Not true',
      'Checked',
      '%',
      'From (95%)',
      'To (95%)',
      'Answers with evidence',
      'Of answers',
    ]);
    expect(columns.map(({ cell }) => cell(clean))).toEqual(['May 2026', 0, 30, 0, 0, 9.5, 10, 20]);
    expect(columns.map(({ cell }) => cell(found))).toEqual(['April 2026', 1, 29, 3.45, 0.61, 17.18, 0, 0]);
  });
});
