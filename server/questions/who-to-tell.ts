/**
 * For each child reached from a person: who looks after the child, the responsible area, the agencies
 * involved with any of them, and which of these hold the route and which do not: docs/questions.md.
 */
import { groupBy } from '../ledger/grouping.ts';
import type { Version } from '../ledger/versions.ts';
import { mayBeChild } from '../words/dates-say.ts';
import { countSays } from '../words/grounds-say.ts';
import { HOLDS, toTellSays, type Holds } from '../words/who-to-tell-says.ts';
import { tests, type Agency, type Asking, type Question } from './asking.ts';
import { childrenReached } from './children-near.ts';
import { requiredId } from './common-arguments.ts';
import { agencyTold, evidenceOf, type Evidence } from './evidence-told.ts';
import { groundsOf } from './grounds.ts';
import { homesOf, type Homes } from './homes-told.ts';
import { rowsNear, type FoundAnswer } from './near.ts';
import { peopleOf, type People, type PersonTold } from './people-told.ts';
import { isInvolved, pillsOf, tellInvolvement, type Pills } from './pills-told.ts';
import { capital, stepsSay } from './people-of-concern-near.ts';
import { isMember, readStays, staysInHomes, staysOfPeople, type StayHeld } from './stays-told.ts';
import { thingsOf } from './things-told.ts';

export const question: Question = {
  name: 'who-to-tell',
  own: ['person'],
  ask: async (asking, given) => {
    const person = requiredId(given, 'person');
    const people = peopleOf(asking);
    const reached = await childrenReached(asking, person, people);
    const { found, ageNotKnown, truncated } = await rowsNear(asking, { ...reached, subject: person, people, concernOf: 'subject' });
    const rows = [...found, ...ageNotKnown];
    const around = await roundThem(asking, people, people.personOf(person), rows);
    const subject = people.tell(person);
    const children = rows.map((row) => tellChild(asking, row, subject, around, people));
    const says = `${capital(countSays(rows.length, 'child', 'children'))} recorded within ${stepsSay(asking.common.within)} of ${subject.name}`;
    return { subject, grounds: groundsOf(asking, says, rows.length === 0), truncated: truncated || reached.isCut, children };
  },
};

type Around = {
  /** Who looks after a child: parents, others who care for them, adults of their homes; never the subject. */
  carersOf: (child: string) => string[];
  homesOf: (child: string) => string[];
  homes: Homes;
  pills: Pills;
  evidence: Evidence;
};

async function roundThem(asking: Asking, people: People, subject: string, rows: readonly FoundAnswer[]): Promise<Around> {
  const children = rows.map((row) => row.person.id);
  const records = children.flatMap(people.recordsOf);
  const { asAt } = asking.common;
  const [cares, own] = await Promise.all([
    asking.graph.read('read/who-to-tell', { ...tests(asking), since: asAt, children: records }),
    staysOfPeople(asking, records),
  ]);
  const memberships = (versions: readonly Version[]): StayHeld[] => readStays(versions, people).filter((stay) => isMember(stay, asking));
  const homesByChild = groupBy(memberships(own), (stay) => stay.person);
  const homeIds = [...new Set([...homesByChild.values()].flat().map(({ home }) => home))].sort();
  const homes = homesOf(asking);
  const [there] = await Promise.all([staysInHomes(asking, homeIds), homes.load(homeIds)]);
  await people.load([...cares.map(({ carer }) => carer), ...there.map(({ start }) => start)]);
  const livesIn = groupBy(memberships(there), ({ home }) => home);
  const caresFor = groupBy(cares, ({ child }) => people.personOf(child));
  const homesOfChild = (child: string): string[] => [...new Set((homesByChild.get(child) ?? []).map(({ home }) => home))].sort();
  const isAdult = (one: string): boolean => people.isKnown(one) && mayBeChild(people.birthOf(one), asAt) !== true;
  const carersOf = (child: string): string[] => {
    const parents = (caresFor.get(child) ?? []).map(({ carer }) => people.personOf(carer));
    const members = homesOfChild(child)
      .flatMap((home) => livesIn.get(home) ?? [])
      .map((stay) => stay.person);
    return [...new Set([...parents, ...members])].filter((one) => one !== child && one !== subject && isAdult(one)).sort();
  };
  const involved = [...new Set(children.flatMap((child) => [child, ...carersOf(child)]))];
  const pills = await pillsOf(asking, involved.flatMap(people.recordsOf), people);
  const because = involved.flatMap((one) =>
    pills.involvementOf(one).flatMap(({ versions }) => versions.flatMap((version) => version.because)),
  );
  return { carersOf, homesOf: homesOfChild, homes, pills, evidence: await evidenceOf(asking, because, people, thingsOf(asking)) };
}

function tellChild(asking: Asking, row: FoundAnswer, subject: PersonTold, around: Around, people: People) {
  const child = row.person.id;
  const carers = around.carersOf(child);
  const areas = [...new Set(around.homesOf(child).flatMap((home) => areasOf(around.homes, home)))].sort();
  const agencies = agenciesOf(asking, child, carers, areas, around, people)
    .map((one) => ({ ...one, holds: holdsOf(asking, row, one.agency.id) }))
    .sort((a, b) => HOLDS.indexOf(a.holds) - HOLDS.indexOf(b.holds) || (a.agency.id < b.agency.id ? -1 : 1));
  return {
    child: row.person,
    steps: row.steps,
    route: row.routes[0]!,
    heldBetween: row.heldBetween,
    carers: carers.map(people.tell),
    areas,
    agencies,
    says: toTellSays({
      child: row.person.name,
      subject: subject.name,
      areas,
      agencies: agencies.map(({ agency, holds }) => ({ name: agency.name, holds })),
    }),
  };
}

const areasOf = (homes: Homes, home: string): string[] =>
  homes.placesOf(home).flatMap(({ inForce, area }) => (inForce && area !== undefined ? [area] : []));

type ToTell = { agency: Agency; with: PersonTold[]; responsible: boolean; why: string[] };

/** Involved on the day with the child or a carer, or the children's services of a responsible area. */
function agenciesOf(
  asking: Asking,
  child: string,
  carers: readonly string[],
  areas: readonly string[],
  around: Around,
  people: People,
): ToTell[] {
  const { asAt } = asking.common;
  const involvement = [child, ...carers].flatMap((person) =>
    around.pills
      .involvementOf(person)
      .filter(({ versions }) => isInvolved(versions, asAt))
      .map(({ agency, versions }) => ({ agency, person, says: tellInvolvement(asking, agency, versions, around.evidence).says })),
  );
  const responsible = [...asking.agencies.values()].filter(
    ({ kind, area }) => kind === 'social care' && area !== null && areas.includes(area),
  );
  const byAgency = groupBy(involvement, ({ agency }) => agency);
  return [...new Set([...byAgency.keys(), ...responsible.map(({ id }) => id)])].map((id) => {
    const own = byAgency.get(id) ?? [];
    const agency = agencyTold(asking, id);
    const isResponsible = responsible.some((one) => one.id === id);
    return {
      agency,
      with: [...new Set(own.map(({ person }) => person))].map(people.tell),
      responsible: isResponsible,
      why: [
        ...own.map(({ person, says }) => `Involved with ${people.nameOf(person)}: ${says}.`),
        ...(isResponsible ? [`Children's services of ${agency.area}, where ${people.nameOf(child)} lives or stays.`] : []),
      ],
    };
  });
}

function holdsOf(asking: Asking, { heldAlone, routes }: FoundAnswer, agency: string): Holds {
  if (!asking.common.heldBy.includes(agency)) return 'NOT_ASKED';
  if (heldAlone.includes(agency)) return 'WHOLE';
  const ties = routes.flatMap((route) => route.steps.flatMap((step) => step.ties));
  const isPart = ties.some(({ heldTogether, holders }) => !heldTogether && holders.some((holder) => holder.agency.id === agency));
  return isPart ? 'PART' : 'NONE';
}
