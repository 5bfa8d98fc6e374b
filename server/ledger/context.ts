/**
 * The records that must be folded together so that some units come out as in a fold of everything.
 * Which unit follows from which is said in fold.ts, derive.ts, siblings.ts and same.ts; a record too
 * many does no harm, for versions of other units are left out afterwards.
 */
import { carriedPairs, endsThatArePeople, isMatter, type Look } from './look.ts';
import type { ClaimType, LedgerRecord } from './records.ts';
import type { SamePeople } from './same-people.ts';
import type { TopicAt } from './source.ts';
import { namedIn } from './writing.ts';

export const KIN: ClaimType[] = ['parent', 'partner', 'sibling', 'relative'];

/** What is folded anew: topics, contacts and decisions, and what ties are derived from. */
export type Units = {
  topics: ReadonlyMap<string, TopicAt>;
  /** Ids of contacts and decisions. */
  matters: ReadonlySet<string>;
  homes: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  parents: ReadonlySet<string>;
  /** By their two ids, joined with `|`. */
  couples: ReadonlyMap<string, readonly [string, string]>;
};

/** What ties are derived from where these topics are folded. Whom a `same` joins is learnt on the way. */
export async function derivedFrom(topics: Iterable<TopicAt>, same: SamePeople): Promise<Omit<Units, 'topics' | 'matters'>> {
  const all = [...topics];
  await same.learn(all.flatMap(endsThatArePeople));
  const homes = new Set<string>();
  const groups = new Set<string>();
  const parents = new Set<string>();
  const couples = new Map<string, readonly [string, string]>();
  for (const at of all) {
    if (at.claim === 'home' && at.end2 !== null) homes.add(at.end2);
    if (at.claim === 'role' && at.end2 !== null) groups.add(at.end2);
    if (at.claim === 'parent') for (const parent of same.of(at.end1)) parents.add(parent);
    if (at.claim === 'partner') for (const couple of carriedPairs(at, same)) couples.set(couple.join('|'), couple);
  }
  return { homes, groups, parents, couples };
}

/** Their names, as versions carry them. */
export async function unitNames(look: Look, { topics, matters, homes, groups, parents, couples }: Units): Promise<Set<string>> {
  const units = new Set<string>();
  const matterRecords = await look.records([...matters]);
  for (const unit of [...topics.keys(), ...matterRecords.map((record) => `${record.type}|${record.id}`)])
    units.add(unit).add(`carried|${unit}`);
  for (const home of homes) units.add(`home|${home}`);
  for (const group of groups) units.add(`group|${group}`);
  for (const parent of parents) units.add(`parent|${parent}`);
  for (const couple of couples.keys()) units.add(`couple|${couple}`);
  return units;
}

export async function contextOf(
  look: Look,
  { topics, matters, homes, groups, parents, couples }: Units,
  same: SamePeople,
): Promise<LedgerRecord[]> {
  const context = new Set(topics.keys());
  const people = new Set([...topics.values()].flatMap(endsThatArePeople));
  const matterRecords = await look.records([...matters]);
  for (const record of [...matterRecords, ...(await look.statements([...topics.values()].filter(isMatter).map(({ topic }) => topic)))])
    for (const person of namedIn(record)) people.add(person);
  await same.learn(people);

  const elders = new Set([...parents, ...[...couples.values()].flat()]);
  await same.learn(elders);
  const add = (found: readonly TopicAt[]): readonly TopicAt[] => {
    for (const { topic } of found) context.add(topic);
    return found;
  };
  const families = add(await look.topicsAt(same.ofAll(elders), ['parent', 'partner']));
  await same.learn(families.flatMap(({ claim, end2 }) => (claim === 'parent' && end2 !== null ? [end2] : [])));
  await look.records([...homes, ...groups]);
  const stays = add(await look.topicsAt(homes, ['home']));
  const guests = stays.filter(({ end2 }) => end2 !== null && look.isSharedRoof(end2)).map(({ end1 }) => end1);
  await same.learn([...stays, ...add(await look.topicsAt([...groups].filter(look.isSmallGroup), ['role']))].map(({ end1 }) => end1));
  const kinOfGuests = add(await look.topicsAt(same.ofAll(guests), KIN));
  const parentsOfGuests = kinOfGuests.flatMap(({ claim, end1 }) => (claim === 'parent' ? [end1] : []));
  await same.learn(kinOfGuests.flatMap(endsThatArePeople));
  const couplesOfGuests = add(await look.topicsAt(same.ofAll(parentsOfGuests), ['partner']));
  await same.learn(couplesOfGuests.flatMap(endsThatArePeople));
  const bornTo = [...families, ...kinOfGuests, ...topics.values()].flatMap(({ claim, end2 }) =>
    claim === 'parent' && end2 !== null ? [end2] : [],
  );
  for (const child of same.ofAll(bornTo)) context.add(`detail|${child}`);
  for (const topic of same.topics) context.add(topic);
  return [
    ...(await look.withAllThatBears([...context])),
    ...matterRecords,
    ...(await look.records([...homes, ...groups])),
    ...(await look.seals()),
  ];
}
