/**
 * Two records of one person: while somebody's word that they are the same stands, every tie, stay and
 * concern of one also stands for the other, through chains (docs/model.md section 6). Pure.
 */
import { asHolder, joint, prune, type CarriedAlong } from './joint.ts';
import { groupBy } from './grouping.ts';
import { union } from './holdings.ts';
import { ENDS, STANDING_WORDS, type Version } from './versions.ts';

/** That one record is another, over one or more `same` ties; `records` are those on the way, both ends included. */
type Link = { to: string; by: Version; records: string[] };

type Carried = [Version, { start: string[]; end: string[] }];

/** Not ties: what is held of one record says nothing of the other, and what is the same is not carried over itself. */
const STAYS_WITH_ITS_RECORD = ['SAME_AS', 'HAS_DETAIL', 'HAS_ADDRESS', 'HELD_BY', 'PASSED_TO'];

export function carryOver(base: readonly Version[]): CarriedAlong {
  const links = linksIn(base.filter((v) => v.kind === 'SAME_AS' && STANDING_WORDS.includes(v.standing)));
  const along = new Map(base.filter((v) => !STAYS_WITH_ITS_RECORD.includes(v.kind)).flatMap((version) => carried(version, links)));
  const kept = prune([...along.keys()]);
  return new Map(kept.map((version) => [version, along.get(version)!]));
}

function carried(version: Version, links: Map<string, Link[]>): Carried[] {
  const [startLabel, endLabel] = ENDS[version.kind];
  const starts: (Link | null)[] = [null, ...(startLabel === 'Person' ? (links.get(version.start) ?? []) : [])];
  const ends: (Link | null)[] = [null, ...(endLabel === 'Person' ? (links.get(version.end) ?? []) : [])];
  return starts.flatMap((start) =>
    ends.flatMap((end): Carried[] => {
      if (start === null && end === null) return [];
      const [from, to] = [start?.to ?? version.start, end?.to ?? version.end];
      // Both ends on one chain are one person: nobody is their own parent or friend.
      if (from === to || start?.records.includes(to) || end?.records.includes(from)) return [];
      const shared = joint([version, ...[start, end].flatMap((link) => (link ? [asHolder(link.by)] : []))]);
      if (!shared) return [];
      const tie = `${version.kind} ${from} ${to} as ${version.tie}`;
      return [
        [
          {
            ...version,
            ...shared,
            start: from,
            end: to,
            tie,
            unit: `carried|${version.unit}`,
            rests: union(shared.rests, [from, to, tie]),
          },
          { start: start?.records ?? [], end: end?.records ?? [] },
        ],
      ];
    }),
  );
}

/** Every record that can be reached from a record over `same`, by each chain of records. */
function linksIn(sames: readonly Version[]): Map<string, Link[]> {
  const steps = groupBy(
    sames.flatMap((v) => [
      { from: v.start, to: v.end, by: v },
      { from: v.end, to: v.start, by: v },
    ]),
    (step) => step.from,
  );
  const links = new Map<string, Link[]>();
  for (const record of steps.keys()) links.set(record, chainsFrom(record, [record], null, steps));
  return links;
}

function chainsFrom(
  record: string,
  visited: string[],
  sofar: Version | null,
  steps: Map<string, { from: string; to: string; by: Version }[]>,
): Link[] {
  return (steps.get(record) ?? []).flatMap(({ to, by }) => {
    if (visited.includes(to)) return [];
    const shared = sofar ? joint([asHolder(sofar), asHolder(by)]) : by;
    if (!shared) return [];
    const link = { to, by: { ...by, ...shared }, records: [...visited, to] };
    return [link, ...chainsFrom(to, [...visited, to], link.by, steps)];
  });
}
