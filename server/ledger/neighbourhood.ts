/**
 * What a few new records can change: the units whose versions have to be folded anew, and the records
 * that must be folded together so that those units come out as in a fold of everything.
 * Which unit follows from which is said in fold.ts, derive.ts, siblings.ts and same.ts; where in doubt
 * a unit is taken as touched, for folding it again does no harm.
 */
import type { Graph } from '../database/graph.ts';
import type { Row } from '../types.gen.ts';
import { inBatches, LONG } from './batches.ts';
import { SHARED_ROOFS } from './derive.ts';
import { readLine } from './known.ts';
import type { ClaimType, LedgerRecord, StatementRecord } from './records.ts';
import { samePeople, type SamePeople } from './same-people.ts';
import { topicOf } from './topics.ts';
import { namedIn } from './writing.ts';

export type Neighbourhood = { units: Set<string>; records: LedgerRecord[] };

type TopicAt = Row<'read/topics-at'>;
const KIN: ClaimType[] = ['parent', 'partner', 'sibling', 'relative'];
const MATTERS: readonly string[] = ['order', 'plan', 'assessment', 'event'];

/** `fresh` are in the graph already, not yet published. None of them is a seal: a seal bears on everything. */
export async function neighbourhood(graph: Graph, fresh: readonly LedgerRecord[]): Promise<Neighbourhood> {
  const same = samePeople(graph);
  const look = lookIn(graph);
  const touched = await touchedTopics(graph, fresh, same);
  const matters = new Set(fresh.flatMap((record) => (record.type === 'contact' || record.type === 'decision' ? [record.id] : [])));
  await touchBySame(graph, touched, matters, same);
  await touchByBirth(look, touched, same);

  const context = new Set(touched.keys());
  const people = new Set([...touched.values()].flatMap(endsThatArePeople));
  const matterRecords = await look.records(matters);
  for (const record of [...matterRecords, ...(await look.statements([...touched.values()].filter(isMatter).map(({ topic }) => topic)))])
    for (const person of namedIn(record)) people.add(person);
  await same.learn(people);

  const homes = new Set<string>();
  const groups = new Set<string>();
  const parents = new Set<string>();
  const couples = new Map<string, readonly [string, string]>();
  for (const at of touched.values()) {
    if (at.claim === 'home' && at.end2 !== null) homes.add(at.end2);
    if (at.claim === 'role' && at.end2 !== null) groups.add(at.end2);
    if (at.claim === 'parent') for (const parent of same.of(at.end1)) parents.add(parent);
    if (at.claim === 'partner') for (const couple of carriedPairs(at, same)) couples.set(couple.join('|'), couple);
  }
  for (const at of await look.topicsAt(parents, ['partner'])) {
    await same.learn(endsThatArePeople(at));
    for (const couple of carriedPairs(at, same)) couples.set(couple.join('|'), couple);
  }

  const elders = new Set([...parents, ...[...couples.values()].flat()]);
  await same.learn(elders);
  const families = await look.topicsAt(same.ofAll(elders), ['parent', 'partner']);
  const children = families.flatMap(({ claim, end2 }) => (claim === 'parent' && end2 !== null ? [end2] : []));
  await same.learn(children);
  const kin = same.ofAll([
    ...[...touched.values()].filter((at) => KIN.includes(at.claim as ClaimType)).flatMap(endsThatArePeople),
    ...children,
  ]);
  for (const home of await sharedRoofsOf(look, kin)) homes.add(home);

  const units = new Set<string>();
  for (const unit of [...touched.keys(), ...matterRecords.map((record) => `${record.type}|${record.id}`)])
    units.add(unit).add(`carried|${unit}`);
  for (const home of homes) units.add(`home|${home}`);
  for (const group of groups) units.add(`group|${group}`);
  for (const parent of parents) units.add(`parent|${parent}`);
  for (const couple of couples.keys()) units.add(`couple|${couple}`);

  const add = (found: readonly TopicAt[]): readonly TopicAt[] => {
    for (const { topic } of found) context.add(topic);
    return found;
  };
  add(families);
  await look.records([...homes, ...groups]);
  const stays = add(await look.topicsAt(homes, ['home']));
  const guests = stays.filter(({ end2 }) => end2 !== null && look.isSharedRoof(end2)).map(({ end1 }) => end1);
  await same.learn([...stays, ...add(await look.topicsAt([...groups].filter(look.isSmallGroup), ['role']))].map(({ end1 }) => end1));
  const kinOfGuests = add(await look.topicsAt(same.ofAll(guests), KIN));
  const parentsOfGuests = kinOfGuests.flatMap(({ claim, end1 }) => (claim === 'parent' ? [end1] : []));
  await same.learn(kinOfGuests.flatMap(endsThatArePeople));
  const couplesOfGuests = add(await look.topicsAt(same.ofAll(parentsOfGuests), ['partner']));
  await same.learn(couplesOfGuests.flatMap(endsThatArePeople));
  const bornTo = [...families, ...kinOfGuests, ...touched.values()].flatMap(({ claim, end2 }) =>
    claim === 'parent' && end2 !== null ? [end2] : [],
  );
  for (const child of same.ofAll(bornTo)) context.add(`detail|${child}`);
  for (const topic of same.topics) context.add(topic);

  return {
    units,
    records: [
      ...(await look.withAllThatBears([...context])),
      ...matterRecords,
      ...(await look.records([...homes, ...groups])),
      ...(await look.seals()),
    ],
  };
}

/** Topics whose fold a new statement or sharing can change: also of what it withdraws, and of what repeats it. */
async function touchedTopics(graph: Graph, fresh: readonly LedgerRecord[], same: SamePeople): Promise<Map<string, TopicAt>> {
  const statements = new Map(
    fresh.flatMap((record): [string, StatementRecord][] => (record.type === 'statement' ? [[record.id, record]] : [])),
  );
  const ids = new Set([...statements.keys(), ...fresh.flatMap((record) => (record.type === 'sharing' ? record.statements : []))]);
  for (let asking = [...ids]; asking.length > 0;) {
    const bearing = await inBatches(asking, (batch) => graph.read('read/bearing-on', { ids: batch }, LONG));
    asking = bearing
      .flatMap(({ withdraws, repeatedBy }) => (withdraws === null ? repeatedBy : [withdraws, ...repeatedBy]))
      .filter((id) => !ids.has(id));
    for (const id of asking) ids.add(id);
  }
  const old = await lookIn(graph).records([...ids].filter((id) => !statements.has(id)));
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
async function touchBySame(graph: Graph, touched: Map<string, TopicAt>, matters: Set<string>, same: SamePeople): Promise<void> {
  const joined = same.ofAll([...touched.values()].filter((at) => at.claim === 'same').flatMap(endsThatArePeople));
  if (joined.size === 0) return;
  for (const at of await lookIn(graph).topicsAt(joined)) touched.set(at.topic, at);
  for (const { id, topic } of await inBatches(joined, (ids) => graph.read('read/records-naming', { ids }, LONG))) {
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

const isMatter = ({ claim }: TopicAt): boolean => MATTERS.includes(claim);

function endsThatArePeople({ claim, end1, end2 }: TopicAt): string[] {
  if (claim === 'address' || MATTERS.includes(claim)) return [];
  if (claim === 'home' || claim === 'role') return [end1];
  if (claim === 'involvement') return end2 === null ? [] : [end2];
  return end2 === null ? [end1] : [end1, end2];
}

/** A couple, and every couple it is carried over to. */
function carriedPairs({ end1, end2 }: TopicAt, same: SamePeople): [string, string][] {
  return end2 === null ? [] : same.of(end1).flatMap((a) => same.of(end2).map((b): [string, string] => [a, b]));
}

type Look = ReturnType<typeof lookIn>;

function lookIn(graph: Graph) {
  const known = new Map<string, LedgerRecord>();
  const records = async (ids: Iterable<string>): Promise<LedgerRecord[]> => {
    const wanted = [...new Set(ids)];
    const rows = await inBatches(
      wanted.filter((id) => !known.has(id)),
      (batch) => graph.read('read/records-by-id', { ids: batch }, LONG),
    );
    for (const record of rows.map(({ line }) => readLine(line))) known.set(record.id, record);
    return wanted.flatMap((id) => known.get(id) ?? []);
  };
  const statements = async (topics: readonly string[]): Promise<StatementRecord[]> =>
    (await inBatches(topics, (batch) => graph.read('read/statements-of-topics', { topics: batch }, LONG))).map(
      ({ line }) => readLine(line) as StatementRecord,
    );

  /** The statements of these topics, what they repeat, what withdraws any of them, and all their sharings. */
  const withAllThatBears = async (topics: readonly string[]): Promise<LedgerRecord[]> => {
    const found = new Map((await statements(topics)).map((statement): [string, LedgerRecord] => [statement.id, statement]));
    for (let asking = [...found.keys()]; asking.length > 0;) {
      const bearing = await inBatches(asking, (batch) => graph.read('read/bearing-on', { ids: batch }, LONG));
      const next = new Set(
        bearing
          .flatMap(({ repeats, withdrawnBy }) => (repeats === null ? withdrawnBy : [repeats, ...withdrawnBy]))
          .filter((id) => !found.has(id)),
      );
      for (const record of await records(next)) found.set(record.id, record);
      asking = [...next];
    }
    const sharings = await inBatches(found.keys(), (batch) => graph.read('read/sharings-of', { ids: batch }, LONG));
    for (const { line } of sharings) {
      const record = readLine(line);
      found.set(record.id, record);
    }
    return [...found.values()];
  };

  return {
    records,
    statements,
    withAllThatBears,
    topicsAt: async (ids: Iterable<string>, claims: ClaimType[] = []): Promise<TopicAt[]> =>
      inBatches(ids, (batch) => graph.read('read/topics-at', { ids: batch, claims }, LONG)),
    /** These two: of those whose records were looked up. */
    isSharedRoof: (home: string): boolean => {
      const record = known.get(home);
      return record?.type === 'household' && SHARED_ROOFS.includes(record.kind ?? 'home');
    },
    isSmallGroup: (group: string): boolean => {
      const record = known.get(group);
      return record?.type === 'organisation' && record.small === true;
    },
    seals: async (): Promise<LedgerRecord[]> =>
      (await graph.read('read/records-of-type', { type: 'seal' }, LONG)).map(({ line }) => readLine(line)),
  };
}
