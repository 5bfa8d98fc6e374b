/** Ties between two people that follow from others (model section 6), from all that is held on one day. Slow: every pair is tried. */
import { STANDINGS, type Kind, type Standing } from '../../../server/ledger/versions.ts';
import { later, earlier, type Day } from './dates.ts';
import type { Book } from './holdings.ts';
import { birthsHeldBy, tiesHeldOn, union, type Tie } from './ties.ts';

const BOTH_ENDS: Tie['kind'][] = ['PARENT_OF', 'PARTNER_OF', 'SIBLING_OF', 'RELATIVE_OF', 'ASSOCIATE_OF', 'CARES_FOR', 'HARMED'];
const PARTIES_APART = ['hotel', 'hostel', 'hospital', 'prison'];
const JOINING: Tie['kind'][] = ['PARENT_OF', 'PARTNER_OF', 'SIBLING_OF', 'RELATIVE_OF'];

const weaker = (...standings: Standing[]): Standing => STANDINGS[Math.max(...standings.map((s) => STANDINGS.indexOf(s)))] ?? 'disproved';
const stands = (tie: Tie): boolean => ['alleged', 'observed', 'confirmed'].includes(tie.standing);
const distinct = (...paths: string[][]): boolean => new Set(paths.flat()).size === paths.flat().length;

/** Unions, the later, the weaker: what every derived tie takes from its parts. */
function joined(parts: Tie[]): Pick<Tie, 'holders' | 'seals' | 'standing' | 'disputed' | 'heldSince' | 'party' | 'attends' | 'form'> {
  return {
    holders: union(...parts.map((p) => p.holders)),
    seals: union(...parts.map((p) => p.seals)),
    standing: weaker(...parts.map((p) => p.standing)),
    disputed: parts.some((p) => p.disputed),
    heldSince: parts.map((p) => p.heldSince).reduce(later),
    party: null,
    attends: false,
    form: null,
  };
}

function over(parts: Tie[]): Pick<Tie, 'from' | 'sureFrom' | 'sureTo' | 'to'> {
  return {
    from: parts.map((p) => p.from).reduce(later),
    sureFrom: parts.map((p) => p.sureFrom).reduce(later),
    sureTo: parts.map((p) => p.sureTo).reduce(earlier),
    to: parts.map((p) => p.to).reduce(earlier),
  };
}

function between(kind: Kind, start: string, end: string, via: string, parts: Tie[], period = over(parts)): Tie[] {
  if (start === end || period.from > period.to) return [];
  return [{ ...joined(parts), ...period, kind, start, end, via, startPath: [start], endPath: [end] }];
}

type Chain = { path: string[]; sames: Tie[] };

/** Every way from one record to others over `same`, itself first. */
function chainsFrom(person: string, sames: Tie[]): Chain[] {
  const chains: Chain[] = [{ path: [person], sames: [] }];
  for (const chain of chains) {
    const last = chain.path.at(-1);
    for (const same of sames) {
      const next = same.start === last ? same.end : same.end === last ? same.start : undefined;
      if (next !== undefined && !chain.path.includes(next)) chains.push({ path: [...chain.path, next], sames: [...chain.sames, same] });
    }
  }
  return chains;
}

/** A tie of one record also stands for the others that are the same person, while that stands. */
function carried(ties: Tie[]): Tie[] {
  const sames = ties.filter((tie) => tie.kind === 'SAME_AS' && stands(tie));
  return ties.flatMap((tie) => {
    if (tie.kind === 'SAME_AS') return [];
    const starts = tie.kind === 'INVOLVED_WITH' ? [{ path: [tie.start], sames: [] }] : chainsFrom(tie.start, sames);
    const ends =
      BOTH_ENDS.includes(tie.kind) || tie.kind === 'INVOLVED_WITH' ? chainsFrom(tie.end, sames) : [{ path: [tie.end], sames: [] }];
    return starts.flatMap((start) =>
      ends.flatMap((end): Tie[] => {
        if (start.sames.length + end.sames.length === 0 || !distinct(start.path, end.path)) return [];
        const { holders, seals, standing, heldSince } = joined([tie, ...start.sames, ...end.sames]);
        return [
          {
            ...tie,
            holders,
            seals,
            standing,
            heldSince,
            start: start.path.at(-1) ?? '',
            end: end.path.at(-1) ?? '',
            startPath: start.path,
            endPath: end.path,
          },
        ];
      }),
    );
  });
}

function* pairs(ties: Tie[]): Generator<[Tie, Tie]> {
  for (const [i, a] of ties.entries()) for (const b of ties.slice(i + 1)) yield [a, b];
}

function siblings(book: Book, day: Day, ties: Tie[]): Tie[] {
  const parents = ties.filter((tie) => tie.kind === 'PARENT_OF' && tie.form !== 'parental responsibility');
  const couples = ties.filter((tie) => tie.kind === 'PARTNER_OF');
  const found: Tie[] = [];
  for (const [one, two] of pairs(parents)) {
    // Whoever is the parent, by being one with another record, is nobody's sibling here.
    const apart = (...parentPaths: string[][]): boolean =>
      distinct(union(...parentPaths.filter((path) => path.length > 1)), one.endPath, two.endPath);
    if (!apart(one.startPath, two.startPath)) continue;
    if (one.start === two.start) found.push(...born(book, day, one, two, [], one.start));
    for (const couple of couples) {
      const ends = [couple.start, couple.end].sort();
      if (
        one.start !== two.start &&
        ends.includes(one.start) &&
        ends.includes(two.start) &&
        apart(one.startPath, two.startPath, couple.startPath, couple.endPath)
      )
        found.push(...born(book, day, one, two, [couple], ends.join('+')));
    }
  }
  return found;
}

/** From the later birth, as held by the agencies of the two parent ties. */
function born(book: Book, day: Day, one: Tie, two: Tie, more: Tie[], via: string): Tie[] {
  const agencies = union(one.holders, two.holders);
  return birthsHeldBy(book, agencies, one.end, day).flatMap((first) =>
    birthsHeldBy(book, agencies, two.end, day).flatMap((second) => {
      const period = over([one, two, ...more]);
      for (const { birth } of [first, second]) {
        if (!birth) continue;
        period.from = later(period.from, birth.earliest);
        period.sureFrom = later(period.sureFrom, birth.latest);
      }
      return between('SIBLING_OF', one.end, two.end, via, [one, two, ...more], period).map((tie) => ({
        ...tie,
        seals: union(tie.seals, first.seals, second.seals),
      }));
    }),
  );
}

function atHome(book: Book, ties: Tie[]): Tie[] {
  const stays = ties.filter((tie) => tie.kind === 'AT_HOME' && tie.form !== 'excluded');
  const kindOf = new Map(book.records.filter((r) => r.type === 'household').map((r) => [r.id, r.kind ?? 'home']));
  const found: Tie[] = [];
  for (const [one, two] of pairs(stays)) {
    if (one.end !== two.end || !distinct(one.startPath, two.startPath)) continue;
    const visiting = [one, two].filter((stay) => stay.form === 'visits');
    const kind = visiting.length === 0 ? 'SHARES_HOME' : visiting.length === 1 ? 'VISITS_HOME_OF' : 'MAY_HAVE_MET';
    const [start, end] = two === visiting[0] ? [two.start, one.start] : [one.start, two.start];
    const apart = PARTIES_APART.includes(kindOf.get(one.end) ?? 'home');
    if (!apart || (one.party !== null && one.party === two.party)) found.push(...between(kind, start, end, one.end, [one, two]));
    if (!apart) continue;
    for (const kin of ties) {
      if (!JOINING.includes(kin.kind) || ![kin.start, kin.end].includes(start) || ![kin.start, kin.end].includes(end)) continue;
      found.push(...between(kind, start, end, one.end, [one, two, kin], over([one, two])));
    }
  }
  return found;
}

function met(ties: Tie[]): Tie[] {
  return [...pairs(ties.filter((tie) => tie.kind === 'PRESENT'))].flatMap(([one, two]) =>
    one.end === two.end && distinct(one.startPath, two.startPath) ? between('MET', one.start, two.start, one.end, [one, two]) : [],
  );
}

function groups(book: Book, ties: Tie[]): Tie[] {
  const small = book.records.filter((r) => r.type === 'organisation' && r.small === true).map((r) => r.id);
  return [...pairs(ties.filter((tie) => tie.kind === 'HAS_ROLE' && small.includes(tie.end)))].flatMap(([one, two]) =>
    one.end === two.end && !(one.attends && two.attends) && distinct(one.startPath, two.startPath)
      ? between('SHARES_GROUP', one.start, two.start, one.end, [one, two])
      : [],
  );
}

/** A tie as an answer names it: its kind and its ends, and what it runs through or was carried over from. */
function nameOf({ kind, start, end, via, startPath, endPath }: Tie): string {
  if (via !== null) return `${kind} ${start} ${end} via ${via}`;
  const first = startPath[0] ?? '';
  const last =
    kind === 'OF_CONCERN'
      ? `concern|${first}|${end.replace(/^([^|]*\|[^|]*)\|$/, '$1').replace(/(\d{4}-\d\d-\d\d)\/\1$/, '$1')}`
      : (endPath[0] ?? '');
  const said = `${kind} ${first} ${last}`;
  return startPath.length + endPath.length === 2 ? said : `${kind} ${start} ${kind === 'OF_CONCERN' ? last : end} as ${said}`;
}

const DIRECTED: Tie['kind'][] = ['PARENT_OF', 'CARES_FOR', 'HARMED', 'VISITS_HOME_OF'];
/** Which end of a tie without direction is named first means nothing. */
const turned = (tie: Tie): Tie =>
  DIRECTED.includes(tie.kind) ? tie : { ...tie, start: tie.end, end: tie.start, startPath: tie.endPath, endPath: tie.startPath };

/** Every tie held on a day, derived ones too. `without`: ids of people, homes, organisations, events and ties left out as if not recorded, before anything follows from them. */
export function allTiesOn(book: Book, day: Day, without: string[] = []): Tie[] {
  const kept = (ties: Tie[]): Tie[] => ties.filter((tie) => !without.includes(tie.start) && !without.includes(tie.end) && !isLeftOut(tie));
  const isLeftOut = (tie: Tie): boolean => [tie, turned(tie)].some((one) => without.includes(nameOf(one)));
  const held = kept(tiesHeldOn(book, day));
  const own = [...held, ...kept(carried(held))];
  const kin = [...own, ...kept(siblings(book, day, own))];
  return [...kin, ...kept([...atHome(book, kin), ...met(own), ...groups(book, own)])];
}
