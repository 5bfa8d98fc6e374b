/** The people a reviewer's question is about: 1 to 60, each once, whatever record named them. */
import { notFound } from './asking.ts';
import { requiredIds, type Given } from './common-arguments.ts';
import type { People } from './people-told.ts';

const MOST_PEOPLE = 60;

/** Throws BAD_INPUT for nobody or too many, NOT_FOUND where one of them is absent or hidden. */
export async function chosenPeople(given: Given, people: People): Promise<string[]> {
  const ids = requiredIds(given, 'people', MOST_PEOPLE);
  await people.load(ids);
  if (!ids.every(people.isKnown)) throw notFound('people');
  return [...new Set(ids.map(people.personOf))].sort();
}
