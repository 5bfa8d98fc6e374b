/**
 * Folds the records of a bulk load batch by batch, in the order they came: neighbours come together in
 * most files. Each unit is folded with all that bears on it (context.ts), so that its versions come
 * out as in a fold of everything.
 */
import { contextOf, derivedFrom, unitNames, type Units } from '../context.ts';
import { groupBy } from '../grouping.ts';
import { hashed } from '../load.ts';
import { lookIn } from '../look.ts';
import { project } from '../project.ts';
import { samePeople } from '../same-people.ts';
import type { TopicAt } from '../source.ts';
import type { Hashed } from '../writing.ts';
import { Keys } from './keys.ts';
import { storeSource } from './source.ts';
import type { Store } from './store.ts';

/** Places in `toFold` of the store; the last is not of it. */
export type Batch = { first: number; last: number };

/** All versions of a home, group, parent or couple; or, `unit` null, of all topics, contacts and decisions of a batch. */
export type Folded = { unit: string | null; versions: Hashed[] };

export function* batchesIn(store: Store, topicsAtOnce: number): Generator<Batch> {
  const { length } = store.toFold;
  for (let first = 0; first < length; first += topicsAtOnce) yield { first, last: Math.min(first + topicsAtOnce, length) };
}

/** Folds one batch after another; a home, group, parent or couple only with the first it is met in. */
export function openFold(store: Store): (batch: Batch) => Promise<Folded[]> {
  const source = storeSource(store);
  const isNew = firstTime();

  return async ({ first, last }) => {
    const topics = new Map<string, TopicAt>();
    const matters = new Set<string>();
    for (let place = first; place < last; place++) {
      const number = store.toFold.at(place);
      if (store.typeOf(number) !== 'statement') matters.add(store.read(number).id);
      else {
        const at = store.topicAt(number);
        topics.set(at.topic, at);
      }
    }
    const same = samePeople(source);
    const look = lookIn(source);
    const derived = await derivedFrom(topics.values(), same);
    const fresh = (kind: string, ids: ReadonlySet<string>): Set<string> => new Set([...ids].filter((id) => isNew(`${kind}|${id}`)));
    const derivedUnits = {
      homes: fresh('home', derived.homes),
      groups: fresh('group', derived.groups),
      parents: fresh('parent', derived.parents),
      couples: new Map([...derived.couples].filter(([id]) => isNew(`couple|${id}`))),
    };
    const own = await unitNames(look, { ...NO_UNITS, topics, matters });
    const shared = await unitNames(look, { ...NO_UNITS, ...derivedUnits });
    const versions = project(await contextOf(look, { topics, matters, ...derivedUnits }, same));
    const parts = groupBy(hashed(versions.filter(({ unit }) => own.has(unit) || shared.has(unit))), ({ version: { unit } }) =>
      shared.has(unit) ? unit : null,
    );
    return [...parts].map(([unit, of]) => ({ unit, versions: of }));
  };
}

const NO_UNITS: Units = {
  topics: new Map(),
  matters: new Set(),
  homes: new Set(),
  groups: new Set(),
  parents: new Set(),
  couples: new Map(),
};

/** Whether a text has not come before. */
export function firstTime(): (text: string) => boolean {
  const known = new Keys();
  return (text) => {
    const before = known.size;
    return known.put(text) === before;
  };
}
