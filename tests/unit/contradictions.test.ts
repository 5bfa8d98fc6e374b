import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, StatementRecord } from '../../server/ledger/records.ts';
import { contradictionsOn, twoHomes } from '../../server/reviewing/contradictions.ts';
import { saidOn } from '../../server/reviewing/words-said.ts';
import { contradictionSays } from '../../server/words/contradiction-says.ts';

const couple: Claim = { type: 'partner', persons: ['ada', 'ben'], form: 'relationship' };
const by = (id: string, agency: string, recorded: string, claim: Claim, more: Partial<StatementRecord> = {}): StatementRecord => ({
  type: 'statement',
  id,
  agency,
  recorded,
  claim,
  ...more,
});
const self = (person: string): Partial<StatementRecord> => ({ source: { kind: 'self', person } });
/** "so and not so: a, b" for each. */
const found = (...statements: StatementRecord[]): string[] =>
  contradictionsOn(saidOn(statements)).map(({ kind, words }) => `${kind}: ${words.map(({ statement }) => statement.id).join(', ')}`);

describe('Words that do not agree', () => {
  it('are what one says is so and another denies; agreement is no contradiction', () => {
    const said = by('a', 'police', '2020-04-25', couple);
    const denied = by('b', 'police', '2020-05-01', { type: 'partner', persons: ['ada', 'ben'] }, { stance: 'denies', ...self('ben') });
    expect(found(said, denied)).toEqual(['so and not so: a, b']);
    expect(found(said, by('c', 'gp', '2020-06-01', couple))).toEqual([]);
    expect(found(said)).toEqual([]);
  });

  it('are one source against its own earlier word: taken back, denied after it was said, said after it was denied', () => {
    const said = by('a', 'police', '2020-04-25', couple, self('ada'));
    const back = by('b', 'csc', '2020-06-17', couple, { stance: 'retracts', ...self('ada') });
    expect(found(said, back)).toEqual(['own word: a, b']);
    expect(
      found(
        by('a', 'police', '2020-04-25', couple, { stance: 'denies', ...self('ada') }),
        by('b', 'csc', '2020-06-17', couple, self('ada')),
      ),
    ).toEqual(['own word: a, b']);
  });

  it('are no more than the latest word of each: who denied it and then said so does not disagree with who says so', () => {
    const first = by('a', 'police', '2020-04-25', couple, { stance: 'denies', ...self('ada') });
    const then = by('b', 'police', '2020-06-17', couple, self('ada'));
    expect(found(first, then, by('c', 'csc', '2020-05-01', couple))).toEqual(['own word: a, b']);
  });

  it('are starts or ends that no one day fits, of one time; another time of the same is none', () => {
    const stay = (from: string, to: string): Claim => ({ type: 'home', person: 'ada', household: 'h', pattern: 'weekends', from, to });
    expect(
      found(
        by('a', 'csc', '2021', stay('2018-05', '2019-12'), self('ada')),
        by('b', 'csc', '2021', stay('2018-05', '2020-03'), self('ben')),
      ),
    ).toEqual(['days: a, b']);
    expect(found(by('a', 'csc', '2021', stay('2016', '2017')), by('b', 'gp', '2021', stay('2018', '2019')))).toEqual([]);
    expect(found(by('a', 'csc', '2021', stay('2018', '2019')), by('b', 'gp', '2021', stay('2018-05', '2019-03')))).toEqual([]);
  });

  it('are two days of one event, and not of two convictions', () => {
    const told = (from: string): Claim => ({
      type: 'event',
      key: 'k',
      form: 'confirmed',
      persons: [{ person: 'ada', part: 'told' }],
      from,
    });
    expect(found(by('a', 'police', '2018-11', told('2018-11')), by('b', 'review', '2024', told('2017-11')))).toEqual(['days: a, b']);
    const convicted = (from: string): Claim => ({ type: 'concern', person: 'ben', form: 'convicted', from });
    expect(found(by('a', 'police', '2018', convicted('2014')), by('b', 'gp', '2024', convicted('2017')))).toEqual([]);
  });

  it('are a couple and a separation at one time, and a birth parent who is a step-parent to another', () => {
    const apart: Claim = { type: 'partner', persons: ['ada', 'ben'], form: 'separated', from: '2019-12', to: '..' };
    const together: Claim = { type: 'partner', persons: ['ada', 'ben'], form: 'living together', from: '2018', to: '..' };
    expect(found(by('a', 'csc', '2020-05-01', apart), by('b', 'gp', '2020-05-01', together))).toEqual(['form: a, b']);
    const parent = (basis: 'birth' | 'step' | 'believed'): Claim => ({ type: 'parent', parent: 'ada', child: 'cy', basis });
    expect(found(by('a', 'csc', '2020', parent('birth')), by('b', 'gp', '2020', parent('step')))).toEqual(['form: a, b']);
    expect(found(by('a', 'csc', '2020', parent('birth')), by('b', 'gp', '2020', parent('believed')))).toEqual([]);
  });

  it('are births no one day fits', () => {
    const born = (day: string): Claim => ({ type: 'detail', person: 'cy', born: day });
    expect(found(by('a', 'csc', '2020', born('2007-08')), by('b', 'gp', '2020', born('2006-05')))).toEqual(['fact: a, b']);
    expect(found(by('a', 'csc', '2020', born('2007')), by('b', 'gp', '2020', born('2007-08-02')))).toEqual([]);
  });

  it('are two homes somebody is said to live in on one night', () => {
    const lives = (household: string): Claim => ({ type: 'home', person: 'ada', household, pattern: 'lives', from: '2019', to: '..' });
    const one = saidOn([by('a', 'csc', '2020-05-01', lives('h1'))]);
    const other = saidOn([by('b', 'gp', '2020-05-01', lives('h2'))]);
    expect(twoHomes([...one, ...other]).map(({ kind, words }) => [kind, words.length])).toEqual([['two homes', 2]]);
    const moved = saidOn([
      by('c', 'gp', '2016', { type: 'home', person: 'ada', household: 'h3', pattern: 'lives', from: '2015', to: '2016' }),
    ]);
    expect(twoHomes([...one, ...moved])).toEqual([]);
  });

  it('count a repeat under the word it repeats, and not as one more', () => {
    const said = by('a', 'hv', '2019-01-23', couple, self('ada'));
    const again = by('b', 'gp', '2020-04-30', couple, { repeats: 'a', ...self('ada') });
    const further = by('c', 'hospital', '2020-11-30', couple, { repeats: 'b' });
    const shown = by('d', 'review', '2024-07', couple, { stance: 'disproves' });
    const [one] = contradictionsOn(saidOn([further, shown, said, again]));
    expect(one!.words.map(({ statement, repeatedBy }) => [statement.id, repeatedBy.map(({ id }) => id)])).toEqual([
      ['a', ['b', 'c']],
      ['d', []],
    ]);
    // Where the first is not held, the next that is speaks.
    expect(saidOn([further, again]).map(({ statement }) => statement.id)).toEqual(['b']);
  });

  it('are the same in whatever order the statements come', () => {
    const claim = fc.constantFrom<Claim>(
      couple,
      { ...couple, from: '2019', to: '2020' },
      { ...couple, form: 'separated', from: '2018-05', to: '..' },
    );
    const statements = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,2}$/),
        agency: fc.constantFrom('csc', 'gp'),
        recorded: fc.constantFrom('2019-01-01', '2019-06', '2020'),
        claim,
        stance: fc.constantFrom('claims' as const, 'denies' as const, 'retracts' as const),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(statements, (some) => {
        const records = some.map((one) => by(one.id, one.agency, one.recorded, one.claim, { stance: one.stance }));
        expect(found(...[...records].reverse())).toEqual(found(...records));
        // Nobody contradicts alone, and every contradiction is of what was said.
        for (const { words } of contradictionsOn(saidOn(records))) expect(words.length).toBeGreaterThan(1);
      }),
    );
  });

  it('are said with both sides, their days, and who only said it again', () => {
    const word = (says: string, isSo: boolean, repeats: { agency: string; day: string }[] = []) => ({
      says,
      isSo,
      agency: 'police',
      day: '2020-04-25',
      repeats,
      withdrawn: false,
    });
    expect(
      contradictionSays('so and not so', [
        word('Ada said so.', true, [{ agency: 'GP', day: '2020-05-01' }]),
        word('Ben denied it.', false),
      ]),
    ).toBe(
      'One says so and another that it is not so: so: Ada said so (police, 25 April 2020); not so: Ben denied it (police, 25 April 2020). Only said again, and not counted: GP, 1 May 2020.',
    );
  });
});
