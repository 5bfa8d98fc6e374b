/**
 * Small invented families as `kith/1` case files, made at random but always valid: every claim type and stance,
 * imprecise dates in a narrow range so that spells touch and collide, sources of every kind, repeats, withdrawals,
 * sharings of what was held, contacts, events, records taken as one, and seals. The same seed gives the same text.
 */
import fc from 'fast-check';
import { randomFrom, type Random } from '../../seed/random.ts';
import { STANCES, type Claim, type LedgerRecord, type Source, type StatementRecord } from '../../server/ledger/records.ts';
import { mustSpan, plusDays } from './oracle/dates.ts';
import { exactDay, period, two, perhaps, someClaim, answerTo, someSource, type Cast } from './random-claim.ts';

/** `size`: how many statements. */
export function randomRecords(seed: number, size: number): LedgerRecord[] {
  const d = randomFrom(seed);
  const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
  const cast: Cast = {
    agencies: names('agency-', 2 + d.below(3)),
    persons: names('p', 4 + d.below(5)),
    homes: names('home-', 1 + d.below(2)),
    hotels: d.chance(0.4) ? ['hotel-1'] : [],
    groups: ['group-1'],
  };
  const records: LedgerRecord[] = [
    ...cast.agencies.map((id): LedgerRecord => ({ type: 'agency', id, name: id, kind: 'police' })),
    ...cast.persons.map((id): LedgerRecord => ({ type: 'person', id, ...(d.chance(0.1) ? { placeholder: true } : {}) })),
    ...cast.homes.map((id): LedgerRecord => ({ type: 'household', id, label: id })),
    ...cast.hotels.map((id): LedgerRecord => ({
      type: 'household',
      id,
      label: id,
      kind: d.pick(['hotel', 'hostel', 'hospital', 'prison']),
    })),
    ...cast.groups.map((id): LedgerRecord => ({ type: 'organisation', id, name: id, kind: 'scouts', small: true })),
  ];
  const statements: StatementRecord[] = [];
  for (let i = 0; i < size; i++) statements.push(someStatement(d, cast, statements, `s${String(i + 1).padStart(2, '0')}`));
  records.push(...statements, ...sharingsOf(d, cast, statements));
  const contacts = names('contact-', d.below(3)).map((id): LedgerRecord => {
    const [a, b] = two(d, cast.persons);
    return {
      type: 'contact',
      id,
      agency: d.pick(cast.agencies),
      on: d.chance(0.7) ? exactDay(d) : exactDay(d).slice(0, 7),
      kind: d.pick(['visit', 'meeting', 'appointment', 'call']),
      about: [a],
      with: [a, b],
    };
  });
  records.push(...contacts, ...sealsOver(d, cast, records));
  return records;
}

function someStatement(d: Random, cast: Cast, before: StatementRecord[], id: string): StatementRecord {
  const day = exactDay(d);
  const recorded = d.chance(0.8) ? day : d.pick([day.slice(0, 7), `${day}~`, `${day}?`, `${day}/${plusDays(day, 20)}`]);
  const agency = d.pick(cast.agencies);
  const base = { type: 'statement', id, agency, recorded, ...someSource(d, cast) } as const;
  const earlier = before.length > 0 ? d.pick(before) : undefined;
  if (earlier && d.chance(0.12))
    return { ...base, claim: earlier.claim, ...(earlier.stance && { stance: earlier.stance }), repeats: earlier.id };
  const own = before.filter(
    (one) => one.agency === agency && one.withdraws === undefined && mustSpan(one.recorded).latest <= mustSpan(recorded).earliest,
  );
  if (own.length > 0 && d.chance(0.06)) {
    const target = d.pick(own);
    return { ...base, claim: target.claim, stance: 'retracts', withdraws: target.id };
  }
  if (earlier && d.chance(0.45)) {
    const source = d.chance(0.5) ? { source: earlier.source ?? ({ kind: 'not stated' } as Source), agency: earlier.agency } : {};
    const claim = answerTo(d, earlier.claim);
    if (d.chance(0.6)) return { ...base, ...source, claim, stance: d.pick(['denies', 'retracts', 'disproves'] as const) };
    const { from: _from, to: _to, ...bare } = claim;
    return { ...base, ...source, claim: { ...bare, ...period(d, recorded) } as Claim, stance: d.pick(STANCES.slice(0, 3)) };
  }
  return {
    ...base,
    claim: { ...someClaim(d, cast), ...period(d, recorded) } as Claim,
    ...perhaps(d, 'stance', d.pick(d.chance(0.8) ? STANCES.slice(0, 3) : STANCES), 0.4),
  };
}

/** What was held is shared on; each sharing of what `from` holds by that day. */
function sharingsOf(d: Random, cast: Cast, statements: StatementRecord[]): LedgerRecord[] {
  const held = new Map(statements.map((s) => [`${s.agency} ${s.id}`, mustSpan(s.recorded).latest]));
  const sharings: LedgerRecord[] = [];
  for (let i = 0; i < 6; i++) {
    const from = d.pick(cast.agencies);
    const to = d.pick(cast.agencies.filter((agency) => agency !== from));
    const on = d.chance(0.8) ? plusDays(exactDay(d), d.below(60)) : exactDay(d).slice(0, 7);
    const by = mustSpan(on).latest;
    const known = statements.filter((s) => (held.get(`${from} ${s.id}`) ?? '9999') <= by && d.chance(0.5)).slice(0, 5);
    if (known.length === 0) continue;
    const state = d.chance(0.8) ? {} : { state: d.pick(['received', 'sent', 'claimed', 'refused', 'not known'] as const) };
    sharings.push({ type: 'sharing', id: `sharing-${i + 1}`, from, to, on, statements: known.map((s) => s.id), ...state });
    if ((state.state ?? 'received') !== 'received') continue;
    for (const s of known) held.set(`${to} ${s.id}`, [by, held.get(`${to} ${s.id}`) ?? '9999'].sort()[0] ?? by);
  }
  return sharings;
}

function sealsOver(d: Random, cast: Cast, records: LedgerRecord[]): LedgerRecord[] {
  if (d.chance(0.5)) return [];
  return Array.from({ length: 1 + d.below(2) }, (_, i): LedgerRecord => {
    const coverable = records.filter((r) => r.type === 'statement' || r.type === 'sharing' || r.type === 'contact').map((r) => r.id);
    const covers = {
      ...perhaps(
        d,
        'records',
        Array.from({ length: 1 + d.below(3) }, () => d.pick(coverable)),
        0.8,
      ),
      ...perhaps(d, 'persons', [d.pick(cast.persons)], 0.25),
      ...perhaps(d, 'households', [d.pick(cast.homes)], 0.15),
    };
    return {
      type: 'seal',
      id: `seal-${i + 1}`,
      label: 'a seal',
      covers: Object.keys(covers).length > 0 ? covers : { persons: [d.pick(cast.persons)] },
      custodian: d.pick(cast.agencies),
    };
  });
}

export function caseText(records: LedgerRecord[]): string {
  return [{ type: 'file', format: 'kith/1', title: 'Invented' }, ...records].map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** The same family for the same seed; `size` statements, 10 to 40 make a good mix. */
export const randomCase = (seed: number, size = 20): string => caseText(randomRecords(seed, size));

export const caseArbitrary: fc.Arbitrary<string> = fc
  .tuple(fc.nat(), fc.integer({ min: 10, max: 40 }))
  .map(([seed, size]) => randomCase(seed, size));

/** Records as the oracle takes them; these files use no prefix. */
export function recordsOf(text: string): LedgerRecord[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LedgerRecord | { type: 'file' })
    .filter((record): record is LedgerRecord => record.type !== 'file');
}
