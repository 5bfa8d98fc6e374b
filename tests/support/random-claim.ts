/** Claims of invented families: every type and form, drawn from few people so that several meet on one tie, imprecise dates in a narrow range. */
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
  type Claim,
  type Source,
} from '../../server/ledger/records.ts';
import type { Random } from '../../seed/random.ts';
import { mustSpan, plusDays, spanOf, type Day } from './oracle/dates.ts';

const FIRST_DAY = '2017-01-01';
export const exactDay = (d: Random): Day => plusDays(FIRST_DAY, d.below(12) * 90 + d.below(4));

/** A day somebody writes down: mostly exact, often not. */
function someDate(d: Random): string {
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
  return d.pick(kinds);
}

/** `from` and `to` of one claim, never backwards, often left out. */
export function period(d: Random, recorded: string): { from?: string; to?: string } {
  if (d.chance(0.3)) return {};
  const from = d.chance(0.75) ? (d.chance(0.05) ? `${exactDay(d)}/..` : someDate(d)) : undefined;
  const to = d.chance(0.4) ? d.pick([someDate(d), someDate(d), '..', '..', `../${mustSpan(recorded).latest}`]) : undefined;
  const begins = spanOf(from);
  const ends = spanOf(to);
  const straight = !begins || !ends || (begins.earliest <= ends.earliest && begins.latest <= ends.latest);
  return { ...(from && { from }), ...(to && straight && { to }) };
}

export type Cast = { agencies: string[]; persons: string[]; homes: string[]; hotels: string[]; groups: string[] };

export const two = (d: Random, persons: string[]): [string, string] => {
  const first = d.below(persons.length);
  const second = (first + 1 + d.below(persons.length - 1)) % persons.length;
  return [persons[first] ?? '', persons[second] ?? ''];
};

export const perhaps = <K extends string, V>(d: Random, key: K, value: V, p = 0.75): Partial<Record<K, V>> =>
  d.chance(p) ? ({ [key]: value } as Partial<Record<K, V>>) : {};

/** Ties are drawn from few pairs, so that several statements meet on one. */
export function someClaim(d: Random, cast: Cast): Claim {
  const few = d.chance(0.6) ? cast.persons.slice(0, 3) : cast.persons;
  const [a, b] = two(d, few);
  const type = d.pick([
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
      return { type, parent: a, child: b, basis: d.chance(0.6) ? 'birth' : d.pick(PARENT_BASES) };
    case 'partner':
      return { type, persons: [a, b], ...perhaps(d, 'form', d.pick(d.chance(0.7) ? PARTNER_FORMS.slice(1, 4) : PARTNER_FORMS)) } as Claim;
    case 'sibling':
      return { type, persons: [a, b], ...perhaps(d, 'form', d.pick(SIBLING_FORMS)) } as Claim;
    case 'relative':
      return { type, person: a, relative: b, form: d.pick(RELATIVE_FORMS.slice(0, 3)) };
    case 'associate':
      return {
        type,
        persons: [a, b],
        ...perhaps(d, 'form', d.pick(ASSOCIATE_FORMS.slice(0, 2))),
        ...perhaps(d, 'channels', [d.pick(CHANNELS)], 0.3),
      } as Claim;
    case 'care':
      return { type, carer: a, child: b, ...perhaps(d, 'form', d.pick(CARE_FORMS.slice(0, 2))) } as Claim;
    case 'harm':
      return { type, person: a, towards: b, form: d.pick(HARM_FORMS) };
    case 'home': {
      const household = d.pick([...cast.homes, ...cast.hotels]);
      const party = cast.hotels.includes(household) && d.chance(0.6) ? { party: d.pick(['first', 'second']) } : {};
      return { type, person: a, household, pattern: d.pick(d.chance(0.6) ? ['lives', 'visits'] : HOME_PATTERNS), ...party };
    }
    case 'role': {
      const role = d.pick(['leader', 'scout']);
      return { type, person: a, organisation: d.pick(cast.groups), role, ...(role === 'scout' ? { child: true } : { children: true }) };
    }
    case 'involvement':
      return { type, agency: d.pick(cast.agencies), person: a, form: d.pick(INVOLVEMENT_FORMS.slice(0, 3)) };
    case 'concern':
      return {
        type,
        person: a,
        form: d.pick(d.chance(0.5) ? ['convicted', 'alleged'] : CONCERN_FORMS),
        ...perhaps(d, 'what', 'an offence', 0.3),
      } as Claim;
    case 'custody':
      return { type, person: a, form: d.pick(CUSTODY_FORMS) };
    case 'detail':
      return {
        type,
        person: a,
        ...perhaps(d, 'born', d.chance(0.3) ? d.pick(['1979-04-02', '1999', '2000-01~']) : someDate(d)),
        ...perhaps(d, 'names', [{ given: d.pick(['Ash', 'Bo', 'Cleo']) }], 0.4),
        ...perhaps(d, 'expected', someDate(d), 0.15),
      } as Claim;
    case 'same':
      return { type, persons: [a, b] };
    case 'address':
      return { type, household: d.pick(cast.homes), lines: ['1 Example Street'] };
    case 'order':
      return { type, key: 'order-1', persons: [a], form: 'contact order' };
    case 'event':
      return {
        type,
        key: d.pick(['event-1', 'event-2']),
        form: 'party',
        persons: [
          { person: a, part: 'guest', present: true },
          { person: b, part: 'guest', ...perhaps(d, 'present', true, 0.85) },
        ],
      } as Claim;
  }
}

/** A later word on what was said before: against it, without its dates or form now and then. */
export function answerTo(d: Random, claim: Claim): Claim {
  const copy = structuredClone(claim) as Record<string, unknown>;
  if (d.chance(0.6)) {
    delete copy['from'];
    delete copy['to'];
  }
  const mayHaveForm = ['partner', 'sibling', 'associate', 'care'].includes(claim.type);
  if (mayHaveForm && d.chance(0.5)) delete copy['form'];
  return copy as Claim;
}

export function someSource(d: Random, cast: Cast): { source?: Source } {
  if (d.chance(0.2)) return {};
  if (d.chance(0.35)) return { source: { kind: 'parent', person: d.pick(cast.persons.slice(0, 2)) } };
  if (d.chance(0.15)) return { source: { kind: 'third party', name: 'the neighbour' } };
  return { source: { kind: d.pick(d.chance(0.5) ? ['self', 'practitioner'] : SOURCE_KINDS) } };
}
