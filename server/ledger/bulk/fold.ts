/**
 * Folds the records of a bulk load batch by batch, in the order they came: neighbours come together in
 * most files. Each unit is folded once, with all that bears on it (context.ts), so that its versions come
 * out as in a fold of everything.
 */
import { contextOf, derivedFrom, unitNames, type Units } from '../context.ts';
import { hashed } from '../load.ts';
import { lookIn } from '../look.ts';
import { project } from '../project.ts';
import { samePeople } from '../same-people.ts';
import type { TopicAt } from '../source.ts';
import type { Hashed } from '../writing.ts';
import { Keys } from './keys.ts';
import { storeSource } from './source.ts';
import type { Store } from './store.ts';

/** More spends less on what batches have in common, and more memory. */
const TOPICS_AT_ONCE = 3_000;

/** Every version of every tie, a batch at a time; `progress` is told how many records are done. */
export async function* foldAll(
  store: Store,
  progress: (records: number) => void = () => undefined,
  topicsAtOnce = TOPICS_AT_ONCE,
): AsyncGenerator<Hashed[]> {
  const source = storeSource(store);
  const topicsDone = new Keys();
  const derivedDone = new Keys();
  const firstTime = (keys: Keys, text: string): boolean => {
    const before = keys.size;
    return keys.put(text) === before;
  };

  let topics = new Map<string, TopicAt>();
  let matters = new Set<string>();
  const fold = async (): Promise<Hashed[]> => {
    const same = samePeople(source);
    const look = lookIn(source);
    const derived = await derivedFrom(topics.values(), same);
    const fresh = (kind: string, ids: ReadonlySet<string>): Set<string> =>
      new Set([...ids].filter((id) => firstTime(derivedDone, `${kind}|${id}`)));
    const units: Units = {
      topics,
      matters,
      homes: fresh('home', derived.homes),
      groups: fresh('group', derived.groups),
      parents: fresh('parent', derived.parents),
      couples: new Map([...derived.couples].filter(([id]) => firstTime(derivedDone, `couple|${id}`))),
    };
    const names = await unitNames(look, units);
    const versions = project(await contextOf(look, units, same)).filter(({ unit }) => names.has(unit));
    [topics, matters] = [new Map(), new Set()];
    return hashed(versions);
  };

  for (let number = 0; number < store.size; number++) {
    const type = store.typeOf(number);
    if (type === 'contact' || type === 'decision') matters.add(store.read(number).id);
    if (type !== 'statement') continue;
    const at = store.topicAt(number);
    if (firstTime(topicsDone, at.topic)) topics.set(at.topic, at);
    if (topics.size + matters.size < topicsAtOnce) continue;
    yield await fold();
    progress(number);
  }
  yield await fold();
  progress(store.size);
}
