/**
 * A route as one sentence, each step with where, when, who holds it, who said it and who denies it:
 * "Connor lives part of the week with Father (Household 1, to December 2019; social care, held by
 * 2 May 2020), who is a business partner of SO2 (probation, held by 25 April 2020; SO2 denies it)."
 * Pure; given only what the asker may see.
 */
import { LAST_DAY, TAKEN_BACK, type Day, type Version } from '../ledger/versions.ts';
import { daySays, periodSays } from './dates-say.ts';
import { verbOf, type SexOf } from './tie-verbs.ts';

/** Versions of one tie that say the same, with who holds it and whose word stands for and against it. */
export type TieTold = {
  version: Version;
  holders: { agency: string; from: Day }[];
  /** Only together do these agencies hold it. */
  heldTogether: boolean;
  /** "Connor said", "seen by a practitioner (police)"; empty where the record itself is the source. */
  said: string[];
  /** "SO2 denies it", "Mother took it back". */
  against: string[];
};

export type StepTold = { from: string; to: string; ties: TieTold[] };

export type Names = {
  nameOf: (person: string) => string;
  sexOf: SexOf;
  /** Name of a home, group, event; null where there is none to say. */
  thingOf: (tie: Version) => string | null;
  agencyOf: (agency: string) => string;
  /** More than one record stands behind this person. */
  isJoined: (person: string) => boolean;
};

/** The whole route; one tie tells each step, the others are in the step's own words. */
export function routeSays(steps: readonly StepTold[], asAt: Day, together: boolean, names: Names): string {
  const [first] = steps;
  if (!first) return '';
  const told = steps.map((step) => `${tieInWords(mainTie(step.ties, asAt), step.from, asAt, names)}`);
  const people = [first.from, ...steps.map((step) => step.to)];
  const sentence = `${names.nameOf(first.from)} ${told.map((words, at) => words.replace(TO, names.nameOf(steps[at]!.to))).join(', who ')}`;
  const joined = people.filter(names.isJoined).map(names.nameOf);
  const ifOne = joined.length === 0 ? '' : `; if the records of ${andList(joined)} are of one person`;
  return `${sentence}${ifOne}${together ? '' : '; the steps were never at the same time'}.`;
}

/** Every tie of one step. */
export function stepSays(step: StepTold, asAt: Day, names: Names): string {
  const to = names.nameOf(step.to);
  return `${names.nameOf(step.from)} ${inOrder(step.ties, asAt)
    .map((tie) => tieInWords(tie, step.from, asAt, names).replace(TO, to))
    .join('; ')}.`;
}

/** One tie as a sentence. */
export function tieSays(tie: TieTold, from: string, to: string, asAt: Day, names: Names): string {
  return `${names.nameOf(from)} ${tieInWords(tie, from, asAt, names).replace(TO, names.nameOf(to))}.`;
}

/** Where the other person's name goes; a character no name holds. */
const TO = '\u0000';

function tieInWords(tie: TieTold, from: string, asAt: Day, names: Names): string {
  const { version } = tie;
  const verb = verbOf(version, from, names.sexOf);
  const words = TAKEN_BACK.includes(version.standing) ? `was said to ${verb.said}` : version.to < asAt ? verb.before : verb.now;
  return `${words} ${TO} (${circumstances(tie, asAt, names).join('; ')})`;
}

function circumstances(tie: TieTold, asAt: Day, names: Names): string[] {
  const { version } = tie;
  const where = [names.thingOf(version), isForLife(version) ? '' : periodSays(version)]
    .filter((part) => part !== null && part !== '')
    .join(', ');
  return [where, ...details(version), lastSpokenOf(version, asAt), heldSays(tie, names), ...tie.said, ...tie.against].filter(
    (part) => part !== '',
  );
}

/** A parent by birth or adoption is one for ever; the days before the birth are for searching. */
const isForLife = ({ kind, form, to }: Version): boolean =>
  kind === 'PARENT_OF' && (form === 'birth' || form === 'adoptive') && to === LAST_DAY;

function details({ kind, form, more }: Version): string[] {
  const text = (key: string): string[] => (typeof more?.[key] === 'string' ? [more[key]] : []);
  const channels = Array.isArray(more?.['channels']) ? [`by ${andList(more['channels'].map(String))}`] : [];
  const ended = text('ended')
    .filter((how) => how !== 'not stated')
    .map((how) => `ended by ${how}`);
  const half = kind === 'SIBLING_OF' && (form === null || form === 'unknown') ? ['half or full not known'] : [];
  return [...text('what'), ...channels, ...ended, ...half];
}

/** An unknown end is not "still going". */
export function lastSpokenOf({ to, sureFrom, sureTo }: Pick<Version, 'to' | 'sureFrom' | 'sureTo'>, asAt: Day): string {
  if (to !== LAST_DAY || sureTo >= asAt) return '';
  return sureTo < sureFrom ? 'no end recorded' : `no end recorded, last spoken of ${daySays(sureTo)}`;
}

export function heldSays({ holders, heldTogether }: Pick<TieTold, 'holders' | 'heldTogether'>, names: Pick<Names, 'agencyOf'>): string {
  if (heldTogether)
    return `only together: ${andList(holders.map(({ agency }) => names.agencyOf(agency)))}, held by ${daySays(
      holders
        .map(({ from }) => from)
        .sort()
        .at(-1)!,
    )}`;
  return holders.map(({ agency, from }) => `${names.agencyOf(agency)}, held by ${daySays(from)}`).join('; ');
}

const KIND_ORDER = [
  'PARENT_OF',
  'PARTNER_OF',
  'SIBLING_OF',
  'RELATIVE_OF',
  'SHARES_HOME',
  'CARES_FOR',
  'HARMED',
  'ASSOCIATE_OF',
  'VISITS_HOME_OF',
  'SHARES_GROUP',
  'MET',
  'MAY_HAVE_MET',
];
const STANDING_ORDER = ['confirmed', 'observed', 'alleged', 'denied', 'retracted', 'disproved'];

/** The tie that tells a step: in force before ended, then by kind, then the better founded, then by id. */
function inOrder(ties: readonly TieTold[], asAt: Day): TieTold[] {
  const rank = ({ version }: TieTold): (number | string)[] => [
    TAKEN_BACK.includes(version.standing) ? 1 : 0,
    version.to >= asAt ? 0 : 1,
    KIND_ORDER.indexOf(version.kind),
    STANDING_ORDER.indexOf(version.standing),
    version.tie,
    version.from,
  ];
  return [...ties].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
  });
}

const mainTie = (ties: readonly TieTold[], asAt: Day): TieTold => inOrder(ties, asAt)[0]!;

export function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
