/** Maps the answer of web-of-person into the view model that the picture, the list and the sentence are made from. Pure. */
import type { Concern, Home, Stay, Tie, TieKind, WebOfPersonAnswer } from '../answers.gen.ts';
import type { LineKind, StayPattern, Web, WebAgency, WebHome, WebLine, WebPerson, WebStay } from './web-model.ts';

export type WebAnswer = WebOfPersonAnswer['webOfPerson'];
type Agencies = ReadonlyMap<string, { name: string; kind: string }>;

/** A tie of these kinds is worked out from stays and visits, and those are shown themselves; no row, no line of its own. */
const SAID_BY_STAYS: readonly TieKind[] = ['SHARES_HOME', 'VISITS_HOME_OF', 'MAY_HAVE_MET'];

const LINE_KINDS: Readonly<Partial<Record<TieKind, LineKind>>> = {
  PARENT_OF: 'parent',
  PARTNER_OF: 'couple',
  SIBLING_OF: 'sibling',
  RELATIVE_OF: 'kin',
  ASSOCIATE_OF: 'associate',
  CARES_FOR: 'care',
  HARMED: 'harm',
  MET: 'contact',
  SHARES_GROUP: 'contact',
};
const PATTERNS: readonly StayPattern[] = ['lives', 'part week', 'weekends', 'stays', 'lodges', 'visits', 'excluded'];
const REJECTED = ['denied', 'retracted', 'disproved'];
/** A court or managed finding fills the pennant; what somebody said leaves it outlined. */
const FINDINGS = ['convicted', 'cautioned', 'finding', 'registered', 'managed'];

export function isSaidByStays(kind: TieKind): boolean {
  return SAID_BY_STAYS.includes(kind);
}

/** One tie between two people with everything held of it: a spell for each time and each set of holders, the one that counts first. */
export interface GatheredTie {
  id: string;
  from: string;
  to: string;
  tie: Tie;
  spells: Tie[];
}

/** Ties of one id are one tie: in force before ended, well founded before said, newest first. In the order of the answer. */
export function gatheredTies(answer: Pick<WebAnswer, 'ties'>): GatheredTie[] {
  const groups = new Map<string, WebAnswer['ties'][number][]>();
  for (const row of answer.ties) groups.set(row.tie.id, [...(groups.get(row.tie.id) ?? []), row]);
  return [...groups].map(([id, rows]) => {
    const spells = rows.map((row) => row.tie).sort((a, b) => (rankOf(a) < rankOf(b) ? 1 : rankOf(a) > rankOf(b) ? -1 : 0));
    return { id, from: rows[0]!.from, to: rows[0]!.to, tie: spells[0]!, spells };
  });
}

const STANDING_RANK = ['disproved', 'retracted', 'denied', 'alleged', 'observed', 'confirmed'];

function rankOf(tie: Tie): string {
  const standing = STANDING_RANK.indexOf(tie.standing);
  return `${standing > 2 ? 1 : 0} ${tie.inForce ? 1 : 0} ${tie.inForce ? '' : (tie.end.latest ?? '')} ${standing} ${tie.start.latest ?? ''}`;
}

/**
 * Why a row of the list has no line in the picture, where others say it already; null: it is drawn. Siblings worked out from their
 * parents are said by the parents' arrows, as in any genogram; a meeting of two who live together adds a line and no tie.
 */
export function saidBy({ from, to, tie }: { from: string; to: string; tie: Tie }, stays: readonly Stay[]): 'parents' | 'home' | null {
  if (tie.kind === 'SIBLING_OF') return tie.derived ? 'parents' : null;
  if (tie.kind !== 'MET' && tie.kind !== 'SHARES_GROUP') return null;
  const homes = (person: string) =>
    stays.filter((s) => s.person === person && s.inForce && s.pattern !== 'visits' && s.pattern !== 'excluded').map((s) => s.home);
  return homes(from).some((home) => homes(to).includes(home)) ? 'home' : null;
}

export function webFromAnswer(answer: WebAnswer): Web {
  const codes = codesOf(answer.agencies);
  const agencies: Agencies = new Map(answer.agencies.map((a) => [a.id, a]));
  return {
    subject: answer.subject.id,
    people: answer.people.map((row) => personOf(row, agencies)),
    homes: answer.homes.map(homeOf),
    stays: answer.stays.map(stayOf),
    lines: gatheredTies(answer)
      .filter((row) => saidBy(row, answer.stays) === null)
      .flatMap(({ from, to, tie }) => lineOf(from, to, tie)),
    agencies: answer.agencies.map((a): WebAgency => ({ id: a.id, code: codes.get(a.id)!, name: a.name })),
  };
}

function personOf({ person, toSubject, concerns, agencies }: WebAnswer['people'][number], known: Agencies): WebPerson {
  const concern = markerOf(concerns);
  const role = toSubject[0];
  return {
    id: person.id,
    name: person.name,
    age: shortAge(person.age),
    sex: person.sex === 'female' || person.sex === 'male' ? person.sex : 'unknown',
    child: person.child === true || person.unborn,
    unborn: person.unborn,
    deceased: person.deceased,
    placeholder: person.placeholder,
    agencies: agencies.map((pill) => pill.agency.id),
    ...(role === undefined ? {} : { role }),
    ...(concern === undefined ? {} : { concern: { label: markerLabel(concern, known), filled: FINDINGS.includes(concern.form) } }),
  };
}

/** The fact that a marker stands for: a finding before something said, then the newest. */
export function markerOf(concerns: readonly Concern[]): Concern | undefined {
  const standing = concerns.filter((c) => !REJECTED.includes(c.standing));
  const rank = (c: Concern) => `${FINDINGS.includes(c.form) ? 1 : 0} ${c.start.earliest ?? c.holders[0]?.from ?? ''}`;
  return [...standing].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : a.id < b.id ? -1 : 1))[0];
}

export function markerLabel(concern: Concern, known: Agencies): string {
  const holder = concern.holders[0];
  const source = holder === undefined ? undefined : (known.get(holder.agency.id)?.kind ?? holder.agency.name);
  const year = (concern.start.earliest ?? holder?.from)?.slice(0, 4);
  const words = [source, year].filter((word) => word !== undefined);
  return words.length > 0 ? `risk marker (${words.join(', ')})` : 'risk marker';
}

function homeOf(home: Home): WebHome {
  // Case files write "Household 1, mother's home": the second part goes on a line of its own.
  const comma = home.name.indexOf(', ');
  if (comma > 0) return { id: home.id, name: home.name.slice(0, comma), kindWord: home.name.slice(comma + 2) };
  return home.kind === 'home' || home.kind === 'other' || home.name.toLowerCase().includes(home.kind)
    ? { id: home.id, name: home.name }
    : { id: home.id, name: home.name, kindWord: home.kind };
}

function stayOf(stay: Stay): WebStay {
  const pattern = PATTERNS.find((one) => one === stay.pattern) ?? 'stays';
  return {
    id: stay.id,
    person: stay.person,
    home: stay.home,
    pattern,
    words: stayWords(stay, pattern),
    inForce: stay.inForce,
    standing: stay.standing,
  };
}

/** The few words a line has room for; the list and the panel hold the sentence. */
function stayWords(stay: Stay, pattern: StayPattern): string {
  const nights = stay.nights === null ? null : `${stay.nights} ${stay.nights === 1 ? 'night' : 'nights'} a week`;
  const what =
    pattern === 'excluded'
      ? 'must keep away'
      : pattern === 'lives'
        ? (nights ?? '')
        : pattern === 'part week'
          ? (nights ?? 'part of the week')
          : pattern;
  if (!stay.inForce) return `${pattern === 'lives' ? 'lived here' : what}, ${endedWords(stay.end.latest)}`;
  const year = stay.start.earliest?.slice(0, 4);
  return pattern === 'visits' && year !== undefined ? `visits since ${year}` : what;
}

function lineOf(from: string, to: string, tie: Tie): WebLine[] {
  const kind = LINE_KINDS[tie.kind];
  if (kind === undefined || isSaidByStays(tie.kind)) return [];
  // Words only denied, taken back or disproved are listed apart and never drawn (docs/model.md section 7).
  if (REJECTED.includes(tie.standing)) return [];
  const form = tie.form ?? '';
  const endedBy = endOfCouple(form);
  return [
    {
      id: tie.id,
      kind,
      from,
      to,
      form,
      words: lineWords(kind, form, tie),
      ended: !tie.inForce,
      reported: tie.standing === 'alleged',
      ...(kind === 'couple' && !tie.inForce ? { endedBy: endedBy ?? 'not stated' } : {}),
    },
  ];
}

/** Words for a form that says nothing by itself. */
const PLAIN: Readonly<Partial<Record<LineKind, string>>> = {
  care: 'looks after',
  harm: 'harmed',
  kin: 'relative',
  associate: 'associate',
  sibling: '',
  parent: '',
  couple: '',
};

function lineWords(kind: LineKind, form: string, tie: Tie): string {
  if (kind === 'couple') return '';
  if (kind === 'parent') return form === 'birth' || form === 'other' ? '' : form;
  if (kind === 'sibling') return form === 'half' || form === 'step' ? form : '';
  const words =
    kind === 'contact' ? (tie.kind === 'MET' ? 'met' : 'same group') : form === '' || form === 'other' ? (PLAIN[kind] ?? '') : form;
  return words === '' || tie.inForce ? words : `${words}, ${endedWords(tie.end.latest)}`;
}

function endedWords(latest: string | null): string {
  return latest === null ? 'ended' : `ended ${latest.slice(0, 4)}`;
}

function endOfCouple(form: string): WebLine['endedBy'] {
  return form === 'divorced' ? 'divorce' : form === 'separated' ? 'separation' : undefined;
}

/** "8 years" -> "8", "10 months" -> "10m", "9 or 10 years" -> "9–10", "18 years or more" -> "18+", "under 1 year" -> "<1"; empty where there is no age to write. */
export function shortAge(age: string): string {
  const [, under, first, second, unit, more] = /^(under )?(\d+)(?: (?:or|to) (\d+))? (day|week|month|year)s?( or more)?$/.exec(age) ?? [];
  if (first === undefined || unit === undefined) return '';
  return `${under === undefined ? '' : '<'}${first}${second === undefined ? '' : `–${second}`}${unit === 'year' ? '' : unit.charAt(0)}${more === undefined ? '' : '+'}`;
}

const CODES: readonly (readonly [RegExp, string])[] = [
  [/social|children's serv/, 'CS'],
  [/police/, 'Pol'],
  [/probation/, 'Prob'],
  [/health visit/, 'HV'],
  [/school nurs/, 'SN'],
  [/school|education/, 'Sch'],
  [/nursery/, 'Nur'],
  [/\bgp\b|general pract/, 'GP'],
  [/midwi|maternity/, 'Mat'],
  [/hospital/, 'Hos'],
  [/mental|camhs/, 'MH'],
  [/prison/, 'Pri'],
  [/court/, 'Ct'],
  [/housing/, 'Hou'],
  [/health/, 'Hea'],
];

/** Short code for each pill; two agencies of one kind are told apart by a number, in the order of their ids. */
export function codesOf(agencies: readonly { id: string; name: string; kind: string }[]): Map<string, string> {
  const stem = (a: { name: string; kind: string }) =>
    CODES.find(([words]) => words.test(a.kind.toLowerCase()))?.[1] ??
    CODES.find(([words]) => words.test(a.name.toLowerCase()))?.[1] ??
    (a.kind.replace(/[^\p{L}]/gu, '').slice(0, 3) || '?').replace(/^./, (c) => c.toUpperCase());
  const groups = new Map<string, string[]>();
  for (const agency of [...agencies].sort((a, b) => (a.id < b.id ? -1 : 1)))
    groups.set(stem(agency), [...(groups.get(stem(agency)) ?? []), agency.id]);
  return new Map(
    [...groups].flatMap(([code, ids]) => ids.map((id, i): [string, string] => [id, ids.length === 1 ? code : `${code}${i + 1}`])),
  );
}
