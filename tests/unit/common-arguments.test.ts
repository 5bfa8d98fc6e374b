import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/questions/catalogue.ts';
import { readCommonArguments, requiredId, requiredIds } from '../../server/questions/common-arguments.ts';
import { KithError } from '../../server/errors.ts';
import { STANDING_WORDS, TIE_KINDS } from '../../server/ledger/versions.ts';

const agencies = { known: new Set(['csc', 'police', 'gp']), allowed: ['csc', 'police'], today: '2024-06-01' };
const read = (given: Record<string, unknown>, own: readonly string[] = []) => readCommonArguments(given, own, agencies);
const refused = (work: () => unknown): { argument: string | undefined; message: string } => {
  try {
    work();
  } catch (error) {
    if (error instanceof KithError && error.code === 'BAD_INPUT') return { argument: error.detail.argument, message: error.message };
  }
  throw new Error('It was not refused.');
};

describe('What was left out', () => {
  it('is today, ever, every agency that may be asked for, two steps, all kinds, standings that stand, a hundred rows', () => {
    expect(read({})).toEqual({
      asAt: '2024-06-01',
      since: null,
      heldOn: '2024-06-01',
      heldBy: ['csc', 'police'],
      within: 2,
      ties: [...TIE_KINDS],
      standings: [...STANDING_WORDS],
      without: [],
      first: 100,
    });
    expect(read({ asAt: null, since: null, heldBy: null, within: null, first: null })).toEqual(read({}));
  });
});

describe('Bad input names the argument and the rule', () => {
  it.each([
    [{ asAt: '25 April 2020' }, 'asAt', 'asAt must be a day, as 2020-04-25.'],
    [{ asAt: '2020-02-30' }, 'asAt', 'asAt must be a day, as 2020-04-25.'],
    [{ heldOn: '2020-04' }, 'heldOn', 'heldOn must be a day, as 2020-04-25.'],
    [{ heldOn: 20200425 }, 'heldOn', 'heldOn must be a day, as 2020-04-25.'],
    [{ since: '2020-04-26', asAt: '2020-04-25' }, 'since', 'since must not be after asAt.'],
    [{ heldBy: ['nobody'] }, 'heldBy', 'heldBy names an unknown agency: nobody.'],
    [{ heldBy: [1] }, 'heldBy', 'heldBy must be a list of ids.'],
    [{ within: 0 }, 'within', 'within must be a whole number from 1 to 4.'],
    [{ within: 5 }, 'within', 'within must be a whole number from 1 to 4.'],
    [{ within: 1.5 }, 'within', 'within must be a whole number from 1 to 4.'],
    [{ within: '2' }, 'within', 'within must be a whole number from 1 to 4.'],
    [{ ties: ['FRIEND_OF'] }, 'ties', `ties must be some of ${TIE_KINDS.join(', ')}.`],
    [{ standings: ['true'] }, 'standings', 'standings must be some of confirmed, observed, alleged, denied, retracted, disproved.'],
    [{ first: 0 }, 'first', 'first must be a whole number from 1 to 500.'],
    [{ first: 501 }, 'first', 'first must be a whole number from 1 to 500.'],
    [{ colour: 'red' }, 'colour', 'colour is not an argument of this question.'],
    [{ __proto__: null, constructor: 'x' }, 'constructor', 'constructor is not an argument of this question.'],
  ])('%j', (given, argument, message) => {
    expect(refused(() => read(given))).toEqual({ argument, message });
  });
  it('of every question the same, beside its own arguments', () => {
    for (const { own } of catalogue.values()) {
      expect(refused(() => read({ within: 9 }, own)).argument).toBe('within');
      expect(() => read(Object.fromEntries(own.map((name) => [name, 'x'])), own)).not.toThrow();
    }
  });
  it('an id, or ids, that a question cannot do without', () => {
    expect(refused(() => requiredId({}, 'child'))).toEqual({ argument: 'child', message: 'child must be an id.' });
    expect(refused(() => requiredId({ child: '' }, 'child')).argument).toBe('child');
    expect(refused(() => requiredIds({ from: [] }, 'from', 20))).toEqual({ argument: 'from', message: 'from must be 1 to 20 ids.' });
  });
});

describe('Agencies', () => {
  it('are cut to those that may be asked for', () => {
    expect(read({ heldBy: ['gp', 'police', 'police'] }).heldBy).toEqual(['police']);
  });
  it('none named is none asked', () => {
    expect(read({ heldBy: [] }).heldBy).toEqual([]);
  });
});
