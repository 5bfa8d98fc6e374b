import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_DAY, LAST_DAY, type Standing, type Version } from '../../server/ledger/versions.ts';
import { agencyBits, holdersByPerson, inOrder, smallest, together } from '../../server/routes/held-between.ts';
import { fewestSteps, readNetwork } from '../../server/routes/network.ts';
import { NO_FACT, routeFacts, sequences } from '../../server/routes/sequences.ts';
import { takenBackRoutes } from '../../server/routes/taken-back.ts';

const AGENCIES = ['csc', 'gp', 'police', 'probation'];
const PEOPLE = ['child', 'mother', 'father', 'friend', 'man'];

const tie = (start: string, end: string, holders: string[], standing: Standing = 'alleged'): Version => ({
  kind: 'ASSOCIATE_OF',
  start,
  end,
  tie: `${start} ${end}`,
  spell: '',
  unit: '',
  from: FIRST_DAY,
  sureFrom: FIRST_DAY,
  sureTo: LAST_DAY,
  to: LAST_DAY,
  heldFrom: '2020-01-01',
  heldTo: LAST_DAY,
  heldSince: '2020-01-01',
  holders: [...holders].sort(),
  seals: [],
  standing,
  disputed: false,
  form: null,
  because: [],
  via: null,
  rests: [],
  more: null,
});

const web = fc
  .array(
    fc.record({
      ends: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 2, maxLength: 2 }),
      holders: fc.uniqueArray(fc.constantFrom(...AGENCIES), { minLength: 1, maxLength: 3 }),
      standing: fc.constantFrom<Standing>('alleged', 'alleged', 'alleged', 'denied'),
    }),
    { maxLength: 12 },
  )
  .map((ties) => ties.map(({ ends, holders, standing }) => tie(ends[0]!, ends[1]!, holders, standing)));
const steps = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);

const everySet = (): string[][] =>
  Array.from({ length: 2 ** AGENCIES.length }, (_, bits) => AGENCIES.filter((_one, at) => (bits & (2 ** at)) !== 0));
const heldBy = (ties: Version[], set: string[]): Version[] => ties.filter(({ holders }) => holders.every((holder) => set.includes(holder)));
/** Sets for which the question finds it, of which none contains another. */
const smallestOf = (finding: string[][]): string[] =>
  finding
    .filter((set) => !finding.some((other) => other.length < set.length && other.every((one) => set.includes(one))))
    .map((set) => set.join('+'))
    .sort();

describe('Held between', () => {
  it('is the smallest sets for which the same question, asked of each set, finds them', () => {
    fc.assert(
      fc.property(web, steps, (ties, within) => {
        const bits = agencyBits([AGENCIES]);
        const network = readNetwork(ties, '2020-06-01', bits);
        const holders = holdersByPerson('child', within, (person) =>
          [...(network.get(person) ?? [])].map(([neighbour, pair]) => [neighbour, pair.holders] as const),
        );
        const finds = (set: string[]): boolean =>
          fewestSteps(readNetwork(heldBy(ties, set), '2020-06-01', bits), ['child'], within).has('man');
        expect(
          inOrder(holders.get('man') ?? [], bits)
            .map((set) => set.join('+'))
            .sort(),
        ).toEqual(smallestOf(everySet().filter(finds)));
      }),
    );
  });

  it('of a route is the smallest sets that hold each of its steps', () => {
    fc.assert(
      fc.property(web, steps, (ties, within) => {
        const bits = agencyBits([AGENCIES]);
        const network = readNetwork(ties, '2020-06-01', bits);
        for (const sequence of sequences(network, 'child', new Set(['man']), within, (record) => record)) {
          const { holders } = routeFacts(network, sequence, NO_FACT);
          const finds = (set: string[]): boolean =>
            sequences(readNetwork(heldBy(ties, set), '2020-06-01', bits), 'child', new Set(['man']), within, (record) => record).some(
              (other) => other.people.join() === sequence.people.join(),
            );
          expect(
            inOrder(holders, bits)
              .map((set) => set.join('+'))
              .sort(),
          ).toEqual(smallestOf(everySet().filter(finds)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of what was taken back is the smallest sets that would be told so', () => {
    fc.assert(
      fc.property(web, steps, (ties, within) => {
        const bits = agencyBits([AGENCIES]);
        const ask = (held: Version[]) =>
          takenBackRoutes(
            {
              network: readNetwork(held, '2020-06-01', bits),
              bits,
              isTaken: (version) => version.standing === 'denied',
              concernsOf: () => [],
              personOf: (record) => record,
              personAmong: (record) => record,
            },
            'child',
            new Set(['man']),
            within,
          );
        const finding = everySet().filter((set) => ask(heldBy(ties, set)).routes.length > 0);
        const whole = ask(ties);
        expect(whole.routes.length > 0).toBe(finding.some((set) => set.length === AGENCIES.length));
        if (whole.routes.length > 0)
          expect(
            inOrder(whole.holders, bits)
              .map((set) => set.join('+'))
              .sort(),
          ).toEqual(smallestOf(finding));
      }),
    );
  });

  it('names at most ten sets, the smallest first', () => {
    const many = Array.from({ length: 12 }, (_, at) => `a${String(at).padStart(2, '0')}`);
    const bits = agencyBits([many]);
    expect(
      inOrder(
        many.map((one) => bits.setOf([one])),
        bits,
      ),
    ).toEqual(many.slice(0, 10).map((one) => [one]));
    expect(inOrder([bits.setOf(['a00', 'a01']), bits.setOf(['a05'])], bits)).toEqual([['a05'], ['a00', 'a01']]);
  });

  it('is nobody where a step is held by nobody', () => {
    expect(together([1n, 2n], [])).toEqual([]);
    expect(smallest([3n, 1n, 5n])).toEqual([1n]);
  });
});

describe('A route', () => {
  const personOf = (record: string): string => record;
  const people = (ties: Version[], within: number): string[] =>
    sequences(readNetwork(ties, '2020-06-01', agencyBits([AGENCIES])), 'child', new Set(['man']), within, personOf)
      .map(({ people: told }) => told.join(' '))
      .sort();
  const line = [
    tie('child', 'mother', ['csc']),
    tie('mother', 'friend', ['csc']),
    tie('friend', 'man', ['csc']),
    tie('child', 'friend', ['gp']),
  ];

  it('is a sequence of different people, never longer than asked', () => {
    expect(people(line, 3)).toEqual(['child friend man', 'child mother friend man']);
    expect(people(line, 2)).toEqual(['child friend man']);
  });
  it('goes when one tie is taken away', () => {
    expect(
      people(
        line.filter(({ end }) => end !== 'man'),
        4,
      ),
    ).toEqual([]);
  });
  it('is never together when its steps were in force at different times', () => {
    const bits = agencyBits([AGENCIES]);
    const early = { ...tie('child', 'mother', ['csc']), from: '2015-01-01', to: '2016-01-01' };
    const late = { ...tie('mother', 'man', ['csc']), from: '2017-01-01' };
    const [apart] = sequences(readNetwork([early, late], '2020-06-01', bits), 'child', new Set(['man']), 2, personOf);
    expect(routeFacts(readNetwork([early, late], '2020-06-01', bits), apart!, NO_FACT)).toMatchObject({ together: false, inForce: false });
    const again = { ...late, from: '2016-01-01' };
    expect(routeFacts(readNetwork([early, again], '2020-06-01', bits), apart!, NO_FACT)).toMatchObject({ together: true });
  });
  it('over records of one person is one, and tells every way over them', () => {
    const bits = agencyBits([AGENCIES]);
    const network = readNetwork(
      [
        tie('child', 'mother', ['csc']),
        tie('mother', 'man', ['csc', 'gp']),
        tie('child', 'mum', ['csc', 'gp']),
        tie('mum', 'man', ['police']),
      ],
      '2020-06-01',
      bits,
    );
    const found = sequences(network, 'child', new Set(['man']), 2, (record) => (record === 'mum' ? 'mother' : record));
    expect(found.map(({ people: told }) => told)).toEqual([['child', 'mother', 'man']]);
    expect(inOrder(routeFacts(network, found[0]!, NO_FACT).holders, bits)).toEqual([['csc', 'gp']]);
  });
});
