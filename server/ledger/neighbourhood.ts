/**
 * What a few new records can change: the units whose versions have to be folded anew, and the records
 * that must be folded together for that (context.ts). Where in doubt a unit is taken as touched, for
 * folding it again does no harm.
 */
import { contextOf, derivedFrom, KIN, unitNames, type Units } from './context.ts';
import { carriedPairs, endsThatArePeople, lookIn, type Look } from './look.ts';
import type { LedgerRecord, StatementRecord } from './records.ts';
import { samePeople, type SamePeople } from './same-people.ts';
import type { LedgerSource, TopicAt } from './source.ts';
import { topicOf } from './topics.ts';

export type Neighbourhood = { units: Set<string>; records: LedgerRecord[] };

/** `fresh` are in the source already, not yet published. None of them is a seal: a seal bears on everything. */
export async function neighbourhood(source: LedgerSource, fresh: readonly LedgerRecord[]): Promise<Neighbourhood> {
  const same = samePeople(source);
  const look = lookIn(source);
  const units = await touchedUnits(look, fresh, same);
  return { units: await unitNames(look, units), records: await contextOf(look, units, same) };
}

async function touchedUnits(look: Look, fresh: readonly LedgerRecord[], same: SamePeople): Promise<Units> {
  const topics = await touchedTopics(look, fresh, same);
  const matters = new Set(fresh.flatMap((record) => (record.type === 'contact' || record.type === 'decision' ? [record.id] : [])));
  await touchBySame(look, topics, matters, same);
  await touchByBirth(look, topics, same);

  const from = await derivedFrom(topics.values(), same);
  const [homes, couples] = [new Set(from.homes), new Map(from.couples)];
  for (const at of await look.topicsAt(from.parents, ['partner'])) {
    await same.learn(endsThatArePeople(at));
    for (const couple of carriedPairs(at, same)) couples.set(couple.join('|'), couple);
  }

  const elders = new Set([...from.parents, ...[...couples.values()].flat()]);
  await same.learn(elders);
  const families = await look.topicsAt(same.ofAll(elders), ['parent', 'partner']);
  const children = families.flatMap(({ claim, end2 }) => (claim === 'parent' && end2 !== null ? [end2] : []));
  await same.learn(children);
  const kin = same.ofAll([
    ...[...topics.values()].filter((at) => KIN.some((claim) => claim === at.claim)).flatMap(endsThatArePeople),
    ...children,
  ]);
  for (const home of await sharedRoofsOf(look, kin)) homes.add(home);
  return { topics, matters, homes, groups: from.groups, parents: from.parents, couples };
}

/** Topics whose fold a new statement or sharing can change: also of what it withdraws, and of what repeats it. */
async function touchedTopics(look: Look, fresh: readonly LedgerRecord[], same: SamePeople): Promise<Map<string, TopicAt>> {
  const statements = new Map(
    fresh.flatMap((record): [string, StatementRecord][] => (record.type === 'statement' ? [[record.id, record]] : [])),
  );
  const ids = new Set([...statements.keys(), ...fresh.flatMap((record) => (record.type === 'sharing' ? record.statements : []))]);
  for (let asking = [...ids]; asking.length > 0;) {
    const bearing = await look.bearingOn(asking);
    asking = bearing
      .flatMap(({ withdraws, repeatedBy }) => (withdraws === null ? repeatedBy : [withdraws, ...repeatedBy]))
      .filter((id) => !ids.has(id));
    for (const id of asking) ids.add(id);
  }
  const old = await look.records([...ids].filter((id) => !statements.has(id)));
  const touched = new Map<string, TopicAt>();
  for (const record of [...statements.values(), ...old]) {
    if (record.type !== 'statement') continue;
    const { topic, ends } = topicOf(record.claim);
    touched.set(topic, { topic, claim: record.claim.type, end1: ends[0], end2: ends[1] ?? null });
  }
  await same.learn([...touched.values()].flatMap(endsThatArePeople));
  return touched;
}

/** Where two records become one person, or stop being one, all that is said of either is carried anew. */
async function touchBySame(look: Look, touched: Map<string, TopicAt>, matters: Set<string>, same: SamePeople): Promise<void> {
  const joined = same.ofAll([...touched.values()].filter((at) => at.claim === 'same').flatMap(endsThatArePeople));
  if (joined.size === 0) return;
  for (const at of await look.topicsAt(joined)) touched.set(at.topic, at);
  for (const { id, topic } of await look.naming(joined)) {
    if (topic === null) matters.add(id);
    else touched.set(topic, { topic, claim: topic.slice(0, topic.indexOf('|')), end1: topic.slice(topic.indexOf('|') + 1), end2: null });
  }
}

/** A birth, newly held, moves the start of the ties to the child's parents. */
async function touchByBirth(look: Look, touched: Map<string, TopicAt>, same: SamePeople): Promise<void> {
  const born = same.ofAll([...touched.values()].filter((at) => at.claim === 'detail').map((at) => at.end1));
  for (const at of await look.topicsAt(born, ['parent'])) if (at.end2 !== null && born.has(at.end2)) touched.set(at.topic, at);
  await same.learn([...touched.values()].flatMap(endsThatArePeople));
}

/** Homes under whose roof strangers sleep, where any of these people stays: kin share them, others do not. */
async function sharedRoofsOf(look: Look, people: ReadonlySet<string>): Promise<string[]> {
  const homes = [...new Set((await look.topicsAt(people, ['home'])).flatMap(({ end2 }) => end2 ?? []))];
  await look.records(homes);
  return homes.filter(look.isSharedRoof);
}
