/** Where what is held of some people does not agree: docs/questions.md, "Contradictions". */
import { readSpan } from '../ledger/dates.ts';
import { shortHash } from '../ledger/fold.ts';
import { groupBy } from '../ledger/grouping.ts';
import type { StatementRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import { contradictionsOn, twoHomes, type Contradiction } from '../reviewing/contradictions.ts';
import { saidOn, type Said } from '../reviewing/words-said.ts';
import { contradictionSays } from '../words/contradiction-says.ts';
import { countedSays, daysLookedOver } from '../words/grounds-say.ts';
import { andList } from '../words/route-says.ts';
import { whoSays } from '../words/statement-says.ts';
import { shortName } from './agency-names.ts';
import type { Question } from './asking.ts';
import { chosenPeople } from './chosen.ts';
import { personsOf } from './claim-people.ts';
import { agencyTold, loadNamed, statementNames, tellStatement, withoutHiddenSource } from './evidence-told.ts';
import { groundsOf } from './grounds.ts';
import { capital } from './people-of-concern-near.ts';
import { peopleOf, type People } from './people-told.ts';
import { statementsAbout, type StatementHeld } from './records-held.ts';
import { thingsOf } from './things-told.ts';

export const question: Question = {
  name: 'contradictions',
  own: ['people'],
  ask: async (asking, given) => {
    const people = peopleOf(asking);
    const chosen = await chosenPeople(given, people);
    const statements = await statementsAbout(asking, chosen.flatMap(people.recordsOf));
    const things = thingsOf(asking);
    await loadNamed(
      statements.map(({ record }) => record),
      people,
      things,
    );
    // A source under a closed seal is as if not named, also where words are compared source by source.
    const held = statements.map((one) => ({ ...one, record: withoutHiddenSource(one.record, people) }));
    const byId = new Map(held.map((one) => [one.record.id, one]));
    const { since, asAt, first } = asking.common;
    const found = contradictionsIn(held)
      .map((one) => ({ ...one, heldFrom: heldFrom(one, byId) }))
      .filter(({ heldFrom: day }) => day <= asAt && (since === null || day >= since))
      .sort(inOrder);
    const shown = found.slice(0, first);
    const told = chosen.map(people.tell);
    const says = `${capital(countedSays(found.length, 'contradiction', 'contradictions'))} about ${andList(told.map(({ name }) => name))} ${found.length === 1 ? 'is' : 'are'} held`;
    const names = statementNames(asking, people, things);
    const visible = new Set(byId.keys());
    const tellWord = (word: Said) => ({
      statement: tellStatement(asking, word.statement, byId.get(word.statement.id)!.held, names, visible),
      source: whoSays(word.statement, names),
      standing: word.withdrawnBy === null,
      repeatedBy: word.repeatedBy.map((record) => tellStatement(asking, record, byId.get(record.id)!.held, names, visible)),
    });
    return {
      people: told,
      grounds: groundsOf(asking, says, found.length === 0, null, daysLookedOver(since, asAt)),
      truncated: found.length > shown.length,
      total: found.length,
      contradictions: shown.map((one) => ({
        id: idOf(one),
        kind: one.kind,
        about: aboutOf(one, people),
        words: one.words.map(tellWord),
        heldFrom: one.heldFrom,
        heldByOne: holdersOfAll(one, byId).map((agency) => agencyTold(asking, agency)),
        says: contradictionSays(
          one.kind,
          one.words.map((word) => ({
            says: tellWord(word).statement.says,
            isSo: word.isSo,
            agency: shortName(asking, word.statement.agency),
            day: word.day,
            repeats: word.repeatedBy.map((record) => ({ agency: shortName(asking, record.agency), day: readSpan(record.recorded).latest })),
            withdrawn: word.withdrawnBy !== null,
          })),
        ),
      })),
    };
  },
};

/** Topic by topic; and, over all the homes of one person, whether they are said to live in two at once. */
function contradictionsIn(held: readonly { record: StatementRecord; topic: string }[]): Contradiction[] {
  const topics = [...groupBy(held, ({ topic }) => topic)].map(([, own]) => saidOn(own.map(({ record }) => record)));
  const homes = groupBy(
    topics.flat().filter(({ statement }) => statement.claim.type === 'home'),
    ({ statement: { claim } }) => (claim.type === 'home' ? claim.person : ''),
  );
  return [...topics.flatMap(contradictionsOn), ...[...homes.values()].flatMap(twoHomes)];
}

type Holders = ReadonlyMap<string, StatementHeld>;

/** First day on which the agencies asked, together, held words that do not agree: at least the first two. */
const heldFrom = ({ words }: Contradiction, byId: Holders): Day =>
  words.map(({ statement }) => byId.get(statement.id)!.held[0]!.since).sort()[1]!;

/** Agencies that by themselves held every one of the words. */
const holdersOfAll = ({ words }: Contradiction, byId: Holders): string[] => {
  const sets = words.map(({ statement }) => byId.get(statement.id)!.held.map(({ agency }) => agency));
  return (sets[0] ?? []).filter((agency) => sets.every((set) => set.includes(agency))).sort();
};

function aboutOf({ words }: Contradiction, people: People) {
  const ids = words.flatMap(({ statement }) => personsOf(statement.claim)).filter(people.isKnown);
  return [...new Set(ids.map(people.personOf))].sort().map(people.tell);
}

const idOf = ({ kind, words }: Contradiction): string =>
  `contradiction-${shortHash([kind, ...words.map(({ statement }) => statement.id)].join('\n'))}`;

/** By the day they could first be seen not to agree, then by the first word. */
const inOrder = (a: Contradiction & { heldFrom: Day }, b: Contradiction & { heldFrom: Day }): number => {
  const place = ({ heldFrom: day, words, kind }: Contradiction & { heldFrom: Day }): string => `${day} ${words[0]!.statement.id} ${kind}`;
  return place(a) < place(b) ? -1 : 1;
};
