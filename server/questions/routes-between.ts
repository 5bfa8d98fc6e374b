/** All routes between some people and others, and what they are to each other in family words. */
import { agencyBits } from '../routes/held-between.ts';
import { readNetwork } from '../routes/network.ts';
import { compareByLength, NO_FACT, routeFacts, sequences, type RouteFacts } from '../routes/sequences.ts';
import { countSays } from '../words/grounds-say.ts';
import { andList } from '../words/route-says.ts';
import { notFound, readVersion, tests, type Asking, type Question } from './asking.ts';
import { requiredIds } from './common-arguments.ts';
import { groundsOf } from './grounds.ts';
import { kinBetween } from './kin.ts';
import { shorterThan } from './near.ts';
import { capital, stepsSay } from './people-of-concern-near.ts';
import { peopleOf, type People } from './people-told.ts';
import { openTelling } from './telling.ts';
import { thingsOf } from './things-told.ts';

const MOST_ENDS = 20;

export const question: Question = {
  name: 'routes-between',
  own: ['from', 'to'],
  ask: async (asking, given) => {
    const [from, to] = [requiredIds(given, 'from', MOST_ENDS), requiredIds(given, 'to', MOST_ENDS)];
    const people = peopleOf(asking);
    const [rows] = await Promise.all([
      asking.graph.read('read/routes-subgraph', { ...tests(asking), from, to, shorter: shorterThan(asking.common.within) }),
      people.load([...from, ...to]),
    ]);
    for (const [name, ids] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (!ids.every(people.isKnown)) throw notFound(name);
    const ties = rows.map(({ tie }) => readVersion(tie));
    await people.load(ties.flatMap(({ start, end }) => [start, end]));

    const bits = agencyBits(ties.map((version) => version.holders));
    const network = readNetwork(ties, asking.common.asAt, bits);
    const routes = routesBetween(asking, network, from, to, people).sort(compareByLength);
    const shown = routes.slice(0, asking.common.first);
    const telling = await openTelling(asking, [...new Set(shown.flatMap((route) => route.steps.flat()))], people, thingsOf(asking), bits);
    const kin = await kinBetween(asking, from, to, people);
    const [starts, goals] = [unique(from, people).map(people.tell), unique(to, people).map(people.tell)];
    const says = `${capital(countSays(routes.length, 'route', 'routes'))} recorded of at most ${stepsSay(asking.common.within)} between ${andList(starts.map((one) => one.name))} and ${andList(goals.map((one) => one.name))}`;
    return {
      from: starts,
      to: goals,
      grounds: groundsOf(asking, says, routes.length === 0),
      truncated: routes.length > shown.length,
      routes: shown.map(telling.route),
      kin,
    };
  },
};

const unique = (ids: readonly string[], people: People): string[] => [...new Set(ids.map(people.personOf))].sort();

/** Each sequence once, whichever records of its people it was found from. */
function routesBetween(
  asking: Asking,
  network: ReturnType<typeof readNetwork>,
  from: readonly string[],
  to: readonly string[],
  people: People,
): RouteFacts[] {
  const found = new Map<string, RouteFacts>();
  for (const start of from) {
    for (const goal of unique(to, people)) {
      if (people.personOf(start) === goal) continue;
      // Only the records asked for: whoever does not hold that another is the same person is not told of it.
      const records = new Set(to.filter((record) => people.personOf(record) === goal));
      for (const sequence of sequences(network, start, records, asking.common.within, people.personOf)) {
        const key = sequence.people.join('\n');
        const known = found.get(key);
        found.set(
          key,
          routeFacts(network, known ? { people: sequence.people, ways: [...known.sequence.ways, ...sequence.ways] } : sequence, NO_FACT),
        );
      }
    }
  }
  return [...found.values()];
}
