/** Family ties round some people, walked layer by layer to any distance, and what they make of two of them. */
import { FIRST_DAY, type Version } from '../ledger/versions.ts';
import { familyOf, type Family, type KinTie } from '../routes/family.ts';
import { kinWords } from '../words/kinship.ts';
import { andList } from '../words/route-says.ts';
import { readVersion, tests, type Asking } from './asking.ts';
import type { People, PersonTold } from './people-told.ts';

export type KinAnswer = { from: PersonTold; to: PersonTold; toIs: string[]; fromIs: string[]; says: string };

/** A family larger than this is not walked to its ends, and the answer says so. */
const MOST_PEOPLE = 3_000;

/** The kin of every pair; `people` knows both sides. */
export async function kinBetween(asking: Asking, from: readonly string[], to: readonly string[], people: People): Promise<KinAnswer[]> {
  const { ties, isCut } = await walkFamily(asking, from, to, people);
  await people.load(ties.flatMap(({ start, end }) => [start, end]));
  const family = familyOf(ties.map((tie) => asKin(tie, asking, people)).filter((tie) => tie !== null));
  const told = (person: string): string => people.personOf(person);
  const pairs = from.flatMap((one) => to.map((other) => [told(one), told(other)] as const)).filter(([one, other]) => one !== other);
  const unique = [...new Map(pairs.map((pair) => [pair.join('\n'), pair])).values()];
  return unique.map(([one, other]) => kinOf(family, one, other, people, isCut));
}

function kinOf(family: Family, from: string, to: string, people: People, isCut: boolean): KinAnswer {
  const toIs = kinWords(family, from, to, people.sexOf);
  const [one, other] = [people.tell(from), people.tell(to)];
  const says =
    toIs.length === 0
      ? `No family tie between ${one.name} and ${other.name} is recorded${isCut ? ` among the ${MOST_PEOPLE} relatives nearest to them; there are more` : ''}.`
      : `${other.name} is ${one.name}'s ${andList(toIs)}.`;
  return { from: one, to: other, toIs, fromIs: kinWords(family, to, from, people.sexOf), says };
}

/** Until the two sides have met and each has been walked three layers, or there is nobody more. */
async function walkFamily(
  asking: Asking,
  from: readonly string[],
  to: readonly string[],
  people: People,
): Promise<{ ties: Version[]; isCut: boolean }> {
  const ties = new Map<string, Version>();
  const seen = new Set([...from, ...to]);
  let layer = [...seen];
  for (let depth = 0; layer.length > 0 && seen.size < MOST_PEOPLE; depth++) {
    if (depth >= 3 && haveMet([...ties.values()], from, to)) break;
    const rows = await asking.graph.read('read/kin-ties', { ...tests(asking), since: FIRST_DAY, people: [...layer].sort() });
    const next = new Set<string>();
    for (const { tie } of rows) {
      const version = readVersion(tie);
      ties.set(JSON.stringify(version), version);
      for (const end of [version.start, version.end]) if (!seen.has(end)) next.add(end);
    }
    await people.load(next);
    // Records joined to somebody met have their own ties.
    layer = [...new Set([...next].flatMap((record) => people.recordsOf(record)))].filter((record) => !seen.has(record));
    for (const record of layer) seen.add(record);
  }
  return { ties: [...ties.values()], isCut: layer.length > 0 && seen.size >= MOST_PEOPLE };
}

function haveMet(ties: readonly Version[], from: readonly string[], to: readonly string[]): boolean {
  const leader = new Map<string, string>();
  const find = (person: string): string => {
    const above = leader.get(person);
    return above === undefined || above === person ? person : find(above);
  };
  for (const { start, end } of ties) leader.set(find(start), find(end));
  return from.every((one) => to.every((other) => find(one) === find(other)));
}

function asKin({ kind, start, end, form, to, more }: Version, { common: { asAt } }: Asking, people: People): KinTie | null {
  const [one, other] = [people.personOf(start), people.personOf(end)];
  if (one === other) return null;
  if (kind === 'PARENT_OF') return { kind: 'parent', parent: one, child: other, basis: form };
  if (kind === 'SIBLING_OF') return { kind: 'sibling', persons: [one, other], form };
  return {
    kind: 'couple',
    persons: [one, other],
    form,
    former: to < asAt,
    ended: to < asAt && typeof more?.['ended'] === 'string' ? more['ended'] : null,
  };
}
