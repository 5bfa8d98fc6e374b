import { describe, expect, it } from 'vitest';
import { familyOf, type KinTie } from '../../server/routes/family.ts';
import { kinWords } from '../../server/words/kinship.ts';
import type { Sex } from '../../server/words/tie-verbs.ts';

const parent = (parent: string, child: string, basis = 'birth'): KinTie => ({ kind: 'parent', parent, child, basis });
const couple = (a: string, b: string, form = 'married', former = false, ended: string | null = null): KinTie => ({
  kind: 'couple',
  persons: [a, b],
  form,
  former,
  ended,
});
const siblings = (a: string, b: string, form: string | null = null): KinTie => ({ kind: 'sibling', persons: [a, b], form });

const WOMEN = ['mum', 'gran', 'aunt', 'ann', 'wife', 'stepmum', 'niece', 'carer'];
const MEN = ['dad', 'grandad', 'uncle', 'ben', 'connor', 'husband', 'stepdad', 'cousin'];
const sexOf = (person: string): Sex => (WOMEN.includes(person) ? 'female' : MEN.includes(person) ? 'male' : null);
/** What the second is to the first. */
const words = (from: string, to: string, ...ties: KinTie[]): string[] => kinWords(familyOf(ties), from, to, sexOf);

describe('What somebody is to somebody, in family words', () => {
  it('parents and children, with how they came to be', () => {
    expect(words('connor', 'mum', parent('mum', 'connor'))).toEqual(['mother']);
    expect(words('mum', 'connor', parent('mum', 'connor'))).toEqual(['son']);
    expect(words('connor', 'mum', parent('mum', 'connor', 'adoptive'))).toEqual(['adoptive mother']);
    expect(words('connor', 'dad', parent('dad', 'connor', 'step'))).toEqual(['stepfather']);
    expect(words('connor', 'carer', parent('carer', 'connor', 'foster'))).toEqual(['foster mother']);
    expect(words('connor', 'dad', parent('dad', 'connor', 'believed'))).toEqual(['believed father']);
    expect(words('connor', 'kim', parent('kim', 'connor'))).toEqual(['parent']);
  });
  it('parental responsibility alone makes nobody kin', () => {
    expect(words('connor', 'mum', parent('mum', 'connor', 'parental responsibility'))).toEqual([]);
  });
  it('grandparents and grandchildren, great- as often as it takes', () => {
    const line = [parent('a', 'b'), parent('b', 'c'), parent('gran', 'a'), parent('c', 'connor')];
    expect(words('b', 'gran', ...line)).toEqual(['grandmother']);
    expect(words('c', 'gran', ...line)).toEqual(['great-grandmother']);
    expect(words('connor', 'gran', ...line)).toEqual(['great-great-grandmother']);
    expect(words('gran', 'connor', ...line)).toEqual(['great-great-grandson']);
  });
  it('full where both birth parents of both are recorded and shared, half where one is, else not known', () => {
    expect(words('ann', 'ben', parent('mum', 'ann'), parent('mum', 'ben'), parent('dad', 'ann'), parent('dad', 'ben'))).toEqual([
      'brother',
    ]);
    expect(words('ann', 'ben', parent('mum', 'ann'), parent('mum', 'ben'), parent('dad', 'ann'), parent('other', 'ben'))).toEqual([
      'half-brother',
    ]);
    expect(words('ann', 'ben', parent('mum', 'ann'), parent('mum', 'ben'), parent('dad', 'ann'))).toEqual([
      'brother (half or full not known)',
    ]);
  });
  it('siblings only stated as such', () => {
    expect(words('ben', 'ann', siblings('ann', 'ben'))).toEqual(['sister (half or full not known)']);
    expect(words('ben', 'ann', siblings('ann', 'ben', 'half'))).toEqual(['half-sister']);
  });
  it('aunts, uncles, nieces, nephews and cousins', () => {
    const family = [
      parent('gran', 'mum'),
      parent('gran', 'uncle'),
      parent('mum', 'connor'),
      parent('uncle', 'cousin'),
      parent('connor', 'ann'),
      parent('cousin', 'x'),
    ];
    expect(words('connor', 'uncle', ...family)).toEqual(['uncle']);
    expect(words('uncle', 'connor', ...family)).toEqual(['nephew']);
    expect(words('ann', 'uncle', ...family)).toEqual(['great-uncle']);
    expect(words('connor', 'cousin', ...family)).toEqual(['first cousin']);
    expect(words('connor', 'x', ...family)).toEqual(['first cousin once removed']);
    expect(words('ann', 'x', ...family)).toEqual(['second cousin']);
  });
  it('step-relations and in-laws only by a marriage of today', () => {
    expect(words('connor', 'stepdad', parent('mum', 'connor'), couple('mum', 'stepdad'))).toEqual(['stepfather']);
    expect(words('connor', 'stepdad', parent('mum', 'connor'), couple('mum', 'stepdad', 'living together'))).toEqual(["mother's partner"]);
    expect(words('connor', 'stepdad', parent('mum', 'connor'), couple('mum', 'stepdad', 'married', true))).toEqual([
      "mother's former husband",
    ]);
    expect(words('ben', 'ann', parent('dad', 'ben'), couple('dad', 'stepmum'), parent('stepmum', 'ann'))).toEqual(['stepsister']);
    expect(words('wife', 'gran', couple('wife', 'husband'), parent('gran', 'husband'))).toEqual(['mother-in-law']);
    expect(words('gran', 'wife', couple('wife', 'husband'), parent('gran', 'husband'))).toEqual(['daughter-in-law']);
    expect(words('wife', 'ben', couple('wife', 'husband'), siblings('husband', 'ben'))).toEqual(['brother-in-law']);
  });
  it('at any distance, step by step', () => {
    expect(
      words(
        'connor',
        'wife',
        parent('dad', 'connor'),
        parent('grandad', 'dad'),
        parent('grandad', 'uncle'),
        couple('uncle', 'wife', 'relationship', true),
      ),
    ).toEqual(["father's brother's former partner"]);
    expect(
      words(
        'connor',
        'ann',
        parent('mum', 'connor'),
        couple('mum', 'husband', 'married', true),
        parent('gran', 'husband'),
        parent('gran', 'ann'),
      ),
    ).toEqual(["mother's former husband's sister"]);
    expect(
      words('connor', 'x', parent('mum', 'connor'), couple('mum', 'dad', 'relationship', true), couple('dad', 'x', 'living together')),
    ).toEqual(["mother's former partner's partner"]);
  });
  it('a widow is not a former wife', () => {
    expect(words('connor', 'dad', parent('mum', 'connor'), couple('mum', 'dad', 'married', true, 'death'))).toEqual([
      "mother's late husband",
    ]);
  });
  it('gives all that hold, and none by way of somebody who stands between', () => {
    expect(
      words(
        'ben',
        'ann',
        parent('mum', 'ben'),
        parent('mum', 'ann'),
        parent('dad', 'ben'),
        couple('dad', 'stepmum'),
        parent('stepmum', 'ann'),
      ),
    ).toEqual(['half-sister', 'stepsister']);
    // The father's wife is the mother: nothing else.
    expect(words('connor', 'mum', parent('mum', 'connor'), parent('dad', 'connor'), couple('mum', 'dad'))).toEqual(['mother']);
  });
  it('two parents who were never a couple are told by their child', () => {
    expect(words('mum', 'dad', parent('mum', 'connor'), parent('dad', 'connor'))).toEqual(["son's father"]);
  });
  it('no tie, no word; take one tie away and the word goes', () => {
    expect(words('connor', 'gran', parent('gran', 'mum'))).toEqual([]);
    expect(words('connor', 'gran', parent('gran', 'mum'), parent('mum', 'connor'))).toEqual(['grandmother']);
  });
});
