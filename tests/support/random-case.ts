/**
 * Small invented families as `kith/1` case files, made at random but always valid: every claim type and stance,
 * imprecise dates in a narrow range so that spells touch and collide, sources of every kind, repeats, withdrawals,
 * sharings of what was held, contacts, events, records taken as one, and seals. The same seed gives the same text.
 */
import fc from 'fast-check';
import {
  ASSOCIATE_FORMS,
  CARE_FORMS,
  CHANNELS,
  CONCERN_FORMS,
  CUSTODY_FORMS,
  HARM_FORMS,
  HOME_PATTERNS,
  INVOLVEMENT_FORMS,
  PARENT_BASES,
  PARTNER_FORMS,
  RELATIVE_FORMS,
  SIBLING_FORMS,
  SOURCE_KINDS,
  STANCES,
  type Claim,
  type LedgerRecord,
  type Source,
  type StatementRecord,
} from '../../server/ledger/records.ts';
import { mustSpan, plusDays, spanOf, type Day } from './oracle/dates.ts';

type Dice = { below: (n: number) => number; chance: (p: number) => boolean; one: <T>(items: readonly T[]) => T };

/** Mulberry32: short, and good enough to make families with. */
function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, chance: (p) => next() < p, one: (items) => items[below(items.length)] as never };
}

const FIRST_DAY = '2017-01-01';
const exactDay = (d: Dice): Day => plusDays(FIRST_DAY, d.below(12) * 90 + d.below(4));

/** A day somebody writes down: mostly exact, often not. */
function someDate(d: Dice): string {
  const day = exactDay(d);
  const kinds = [
    day,
    day,
    day,
    day.slice(0, 7),
    day.slice(0, 7),
    day.slice(0, 4),
    `${day}~`,
    `${day.slice(0, 7)}~`,
    `${day.slice(0, 4)}~`,
    `${day}?`,
    `${day}/${plusDays(day, d.below(90))}`,
    `../${day}`,
  ];
  return d.one(kinds);
}

/** `from` and `to` of one claim, never backwards, often left out. */
function period(d: Dice, recorded: string): { from?: string; to?: string } {
  if (d.chance(0.3)) return {};
  const from = d.chance(0.75) ? (d.chance(0.05) ? `${exactDay(d)}/..` : someDate(d)) : undefined;
  const to = d.chance(0.4) ? d.one([someDate(d), someDate(d), '..', '..', `../${mustSpan(recorded).latest}`]) : undefined;
  const begins = spanOf(from);
  const ends = spanOf(to);
  const straight = !begins || !ends || (begins.earliest <= ends.earliest && begins.latest <= ends.latest);
  return { ...(from && { from }), ...(to && straight && { to }) };
}

type Cast = { agencies: string[]; persons: string[]; homes: string[]; hotels: string[]; groups: string[] };

const two = (d: Dice, persons: string[]): [string, string] => {
  const first = d.below(persons.length);
  const second = (first + 1 + d.below(persons.length - 1)) % persons.length;
  return [persons[first] ?? '', persons[second] ?? ''];
};

const perhaps = <K extends string, V>(d: Dice, key: K, value: V, p = 0.75): Partial<Record<K, V>> =>
  d.chance(p) ? ({ [key]: value } as Partial<Record<K, V>>) : {};

/** Ties are drawn from few pairs, so that several statements meet on one. */
function someClaim(d: Dice, cast: Cast): Claim {
  const few = d.chance(0.6) ? cast.persons.slice(0, 3) : cast.persons;
  const [a, b] = two(d, few);
  const type = d.one([
    'parent',
    'parent',
    'parent',
    'partner',
    'partner',
    'partner',
    'home',
    'home',
    'home',
    'home',
    'concern',
    'concern',
    'detail',
    'detail',
    'same',
    'sibling',
    'relative',
    'associate',
    'care',
    'harm',
    'role',
    'role',
    'involvement',
    'custody',
    'address',
    'order',
    'event',
    'event',
  ] as const);
  switch (type) {
    case 'parent':
      return { type, parent: a, child: b, basis: d.chance(0.6) ? 'birth' : d.one(PARENT_BASES) };
    case 'partner':
      return { type, persons: [a, b], ...perhaps(d, 'form', d.one(d.chance(0.7) ? PARTNER_FORMS.slice(1, 4) : PARTNER_FORMS)) } as Claim;
    case 'sibling':
      return { type, persons: [a, b], ...perhaps(d, 'form', d.one(SIBLING_FORMS)) } as Claim;
    case 'relative':
      return { type, person: a, relative: b, form: d.one(RELATIVE_FORMS.slice(0, 3)) };
    case 'associate':
      return {
        type,
        persons: [a, b],
        ...perhaps(d, 'form', d.one(ASSOCIATE_FORMS.slice(0, 2))),
        ...perhaps(d, 'channels', [d.one(CHANNELS)], 0.3),
      } as Claim;
    case 'care':
      return { type, carer: a, child: b, ...perhaps(d, 'form', d.one(CARE_FORMS.slice(0, 2))) } as Claim;
    case 'harm':
      return { type, person: a, towards: b, form: d.one(HARM_FORMS) };
    case 'home': {
      const household = d.one([...cast.homes, ...cast.hotels]);
      const party = cast.hotels.includes(household) && d.chance(0.6) ? { party: d.one(['first', 'second']) } : {};
      return { type, person: a, household, pattern: d.one(d.chance(0.6) ? ['lives', 'visits'] : HOME_PATTERNS), ...party };
    }
    case 'role': {
      const role = d.one(['leader', 'scout']);
      return { type, person: a, organisation: d.one(cast.groups), role, ...(role === 'scout' ? { child: true } : { children: true }) };
    }
    case 'involvement':
      return { type, agency: d.one(cast.agencies), person: a, form: d.one(INVOLVEMENT_FORMS.slice(0, 3)) };
    case 'concern':
      return {
        type,
        person: a,
        form: d.one(d.chance(0.5) ? ['convicted', 'alleged'] : CONCERN_FORMS),
        ...perhaps(d, 'what', 'an offence', 0.3),
      } as Claim;
    case 'custody':
      return { type, person: a, form: d.one(CUSTODY_FORMS) };
    case 'detail':
      return {
        type,
        person: a,
        ...perhaps(d, 'born', d.chance(0.3) ? d.one(['1979-04-02', '1999', '2000-01~']) : someDate(d)),
        ...perhaps(d, 'names', [{ given: d.one(['Ash', 'Bo', 'Cleo']) }], 0.4),
        ...perhaps(d, 'expected', someDate(d), 0.15),
      } as Claim;
    case 'same':
      return { type, persons: [a, b] };
    case 'address':
      return { type, household: d.one(cast.homes), lines: ['1 Example Street'] };
    case 'order':
      return { type, key: 'order-1', persons: [a], form: 'contact order' };
    case 'event':
      return {
        type,
        key: d.one(['event-1', 'event-2']),
        form: 'party',
        persons: [
          { person: a, part: 'guest', present: true },
          { person: b, part: 'guest', ...perhaps(d, 'present', true, 0.85) },
        ],
      } as Claim;
  }
}

/** A later word on what was said before: against it, without its dates or form now and then. */
function answerTo(d: Dice, claim: Claim): Claim {
  const copy = structuredClone(claim) as Record<string, unknown>;
  if (d.chance(0.6)) {
    delete copy['from'];
    delete copy['to'];
  }
  const mayHaveForm = ['partner', 'sibling', 'associate', 'care'].includes(claim.type);
  if (mayHaveForm && d.chance(0.5)) delete copy['form'];
  return copy as Claim;
}

function someSource(d: Dice, cast: Cast): { source?: Source } {
  if (d.chance(0.2)) return {};
  if (d.chance(0.35)) return { source: { kind: 'parent', person: d.one(cast.persons.slice(0, 2)) } };
  if (d.chance(0.15)) return { source: { kind: 'third party', name: 'the neighbour' } };
  return { source: { kind: d.one(d.chance(0.5) ? ['self', 'practitioner'] : SOURCE_KINDS) } };
}

/** `size`: how many statements. */
export function randomRecords(seed: number, size: number): LedgerRecord[] {
  const d = dice(seed);
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
      kind: d.one(['hotel', 'hostel', 'hospital', 'prison']),
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
      agency: d.one(cast.agencies),
      on: d.chance(0.7) ? exactDay(d) : exactDay(d).slice(0, 7),
      kind: d.one(['visit', 'meeting', 'appointment', 'call']),
      about: [a],
      with: [a, b],
    };
  });
  records.push(...contacts, ...sealsOver(d, cast, records));
  return records;
}

function someStatement(d: Dice, cast: Cast, before: StatementRecord[], id: string): StatementRecord {
  const day = exactDay(d);
  const recorded = d.chance(0.8) ? day : d.one([day.slice(0, 7), `${day}~`, `${day}?`, `${day}/${plusDays(day, 20)}`]);
  const agency = d.one(cast.agencies);
  const base = { type: 'statement', id, agency, recorded, ...someSource(d, cast) } as const;
  const earlier = before.length > 0 ? d.one(before) : undefined;
  if (earlier && d.chance(0.12))
    return { ...base, claim: earlier.claim, ...(earlier.stance && { stance: earlier.stance }), repeats: earlier.id };
  const own = before.filter(
    (one) => one.agency === agency && one.withdraws === undefined && mustSpan(one.recorded).latest <= mustSpan(recorded).earliest,
  );
  if (own.length > 0 && d.chance(0.06)) {
    const target = d.one(own);
    return { ...base, claim: target.claim, stance: 'retracts', withdraws: target.id };
  }
  if (earlier && d.chance(0.45)) {
    const source = d.chance(0.5) ? { source: earlier.source ?? ({ kind: 'not stated' } as Source), agency: earlier.agency } : {};
    const claim = answerTo(d, earlier.claim);
    if (d.chance(0.6)) return { ...base, ...source, claim, stance: d.one(['denies', 'retracts', 'disproves'] as const) };
    const { from: _from, to: _to, ...bare } = claim;
    return { ...base, ...source, claim: { ...bare, ...period(d, recorded) } as Claim, stance: d.one(STANCES.slice(0, 3)) };
  }
  return {
    ...base,
    claim: { ...someClaim(d, cast), ...period(d, recorded) } as Claim,
    ...perhaps(d, 'stance', d.one(d.chance(0.8) ? STANCES.slice(0, 3) : STANCES), 0.4),
  };
}

/** What was held is shared on; each sharing of what `from` holds by that day. */
function sharingsOf(d: Dice, cast: Cast, statements: StatementRecord[]): LedgerRecord[] {
  const held = new Map(statements.map((s) => [`${s.agency} ${s.id}`, mustSpan(s.recorded).latest]));
  const sharings: LedgerRecord[] = [];
  for (let i = 0; i < 6; i++) {
    const from = d.one(cast.agencies);
    const to = d.one(cast.agencies.filter((agency) => agency !== from));
    const on = d.chance(0.8) ? plusDays(exactDay(d), d.below(60)) : exactDay(d).slice(0, 7);
    const by = mustSpan(on).latest;
    const known = statements.filter((s) => (held.get(`${from} ${s.id}`) ?? '9999') <= by && d.chance(0.5)).slice(0, 5);
    if (known.length === 0) continue;
    const state = d.chance(0.8) ? {} : { state: d.one(['received', 'sent', 'claimed', 'refused', 'not known'] as const) };
    sharings.push({ type: 'sharing', id: `sharing-${i + 1}`, from, to, on, statements: known.map((s) => s.id), ...state });
    if ((state.state ?? 'received') !== 'received') continue;
    for (const s of known) held.set(`${to} ${s.id}`, [by, held.get(`${to} ${s.id}`) ?? '9999'].sort()[0] ?? by);
  }
  return sharings;
}

function sealsOver(d: Dice, cast: Cast, records: LedgerRecord[]): LedgerRecord[] {
  if (d.chance(0.5)) return [];
  return Array.from({ length: 1 + d.below(2) }, (_, i): LedgerRecord => {
    const coverable = records.filter((r) => r.type === 'statement' || r.type === 'sharing' || r.type === 'contact').map((r) => r.id);
    const covers = {
      ...perhaps(
        d,
        'records',
        Array.from({ length: 1 + d.below(3) }, () => d.one(coverable)),
        0.8,
      ),
      ...perhaps(d, 'persons', [d.one(cast.persons)], 0.25),
      ...perhaps(d, 'households', [d.one(cast.homes)], 0.15),
    };
    return {
      type: 'seal',
      id: `seal-${i + 1}`,
      label: 'a seal',
      covers: Object.keys(covers).length > 0 ? covers : { persons: [d.one(cast.persons)] },
      custodian: d.one(cast.agencies),
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

/** Leaves out whatever can be left out while `stillFails`; what refers to a record goes with it. */
export function shrink(records: LedgerRecord[], stillFails: (records: LedgerRecord[]) => boolean): LedgerRecord[] {
  for (const fewer of withoutOne(records)) if (stillFails(fewer)) return shrink(fewer, stillFails);
  return records;
}

/** The same where each case has to be loaded before it can be tried. */
export async function shrinkByLoading(
  records: LedgerRecord[],
  stillFails: (records: LedgerRecord[]) => Promise<boolean>,
): Promise<LedgerRecord[]> {
  for (const fewer of withoutOne(records)) if (await stillFails(fewer)) return shrinkByLoading(fewer, stillFails);
  return records;
}

function* withoutOne(records: LedgerRecord[]): Generator<LedgerRecord[]> {
  for (const gone of [...records].reverse()) {
    const fewer = leaveOut(records, gone.id);
    if (fewer.length < records.length && sharesWhatIsHeld(fewer)) yield fewer;
  }
}

/** Every sharing is of what its sender held by then, as loading demands. */
function sharesWhatIsHeld(records: LedgerRecord[]): boolean {
  const held = new Map<string, Day>(
    records.flatMap((r): [string, Day][] => (r.type === 'statement' ? [[`${r.agency} ${r.id}`, mustSpan(r.recorded).latest]] : [])),
  );
  const waiting = new Set(records.filter((r) => r.type === 'sharing'));
  for (let again = true; again;) {
    again = false;
    for (const sharing of waiting) {
      const by = mustSpan(sharing.on).latest;
      if (!sharing.statements.every((id) => (held.get(`${sharing.from} ${id}`) ?? '9999') <= by)) continue;
      again = waiting.delete(sharing);
      if ((sharing.state ?? 'received') !== 'received') continue;
      for (const id of sharing.statements) held.set(`${sharing.to} ${id}`, [by, held.get(`${sharing.to} ${id}`) ?? '9999'].sort()[0] ?? by);
    }
  }
  return waiting.size === 0;
}

/** Without these ids and whatever cannot be said without them. */
function leaveOut(records: LedgerRecord[], ...ids: string[]): LedgerRecord[] {
  const left = records
    .filter((r) => !ids.includes(r.id))
    .map((r): LedgerRecord => (r.type === 'sharing' ? { ...r, statements: r.statements.filter((s) => !ids.includes(s)) } : r))
    .map((r): LedgerRecord =>
      r.type === 'seal' && r.covers.records
        ? { ...r, covers: { ...r.covers, records: r.covers.records.filter((c) => !ids.includes(c)) } }
        : r,
    );
  const names = (r: LedgerRecord, id: string): boolean => JSON.stringify({ ...r, id: '' }).includes(`"${id}"`);
  const broken = left.filter((r) => (r.type === 'sharing' && r.statements.length === 0) || ids.some((id) => names(r, id)));
  return broken.length === 0 ? left : leaveOut(records, ...ids, ...broken.map((r) => r.id));
}
