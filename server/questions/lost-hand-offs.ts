/** What was handed on about some people and, as far as is recorded, not taken up: docs/questions.md, "Lost hand-offs". */
import { readSpan } from '../ledger/dates.ts';
import { FIRST_DAY } from '../ledger/versions.ts';
import { handOffsIn, type HandOff } from '../reviewing/hand-offs.ts';
import { whenSays } from '../words/contact-says.ts';
import { saySpan } from '../words/dates-say.ts';
import { countedSays, daysLookedOver } from '../words/grounds-say.ts';
import { handOffSays } from '../words/hand-off-says.ts';
import { andList } from '../words/route-says.ts';
import { shortName } from './agency-names.ts';
import type { Question } from './asking.ts';
import { chosenPeople } from './chosen.ts';
import { personsOf } from './claim-people.ts';
import { entryTeller, entriesAbout } from './entries-told.ts';
import { agencyTold } from './evidence-told.ts';
import { groundsOf } from './grounds.ts';
import { capital } from './people-of-concern-near.ts';
import { peopleOf } from './people-told.ts';

export const question: Question = {
  name: 'lost-hand-offs',
  own: ['people'],
  ask: async (asking, given) => {
    const people = peopleOf(asking);
    const chosen = await chosenPeople(given, people);
    const entries = await entriesAbout(asking, chosen.flatMap(people.recordsOf));
    const { since, asAt, heldOn, heldBy, first } = asking.common;
    const acts = entries.flatMap(({ act }) => act ?? []);
    const sharings = entries.flatMap(({ record, statements }) =>
      record.type !== 'sharing'
        ? []
        : {
            record,
            statements: statements.map((one) => one.record.id),
            about: statements.flatMap((one) => personsOf(one.record.claim)),
            arrived: statements.map(({ held }) => held.find(({ agency }) => agency === record.to)?.since ?? null),
          },
    );
    const found = handOffsIn(acts, sharings, heldOn).filter(({ record }) => {
      const span = readSpan(record.on);
      return span.earliest <= asAt && span.latest >= (since ?? FIRST_DAY);
    });
    const shown = {
      lost: found.filter(({ settledOn }) => settledOn === null),
      settled: found.filter(({ settledOn }) => settledOn !== null),
    };
    const page = [...shown.lost.slice(0, first), ...shown.settled.slice(0, first)];
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const named = page.flatMap(({ record, settledBy }) => [record.id, ...(settledBy === null ? [] : [settledBy.id])]);
    const tellEntry = await entryTeller(
      asking,
      [...new Set(named)].flatMap((id) => byId.get(id) ?? []),
      people,
    );
    const tell = ({ kind, record, from, to, settledOn, settledBy, days }: HandOff) => {
      const entry = tellEntry(byId.get(record.id)!, null);
      const next = settledBy === null ? null : tellEntry(byId.get(settledBy.id)!, null);
      return {
        id: `${kind.replace(/ /g, '-')}-${record.id}`,
        kind,
        on: saySpan(readSpan(record.on)),
        from: agencyTold(asking, from),
        to: to.map((agency) => agencyTold(asking, agency)),
        about: entry.about,
        what: entry.what,
        done: entry.done,
        days,
        settledOn,
        settledBy: next?.what ?? null,
        ref: entry.ref,
        note: entry.note,
        says: handOffSays({
          kind,
          what: entry.done === null ? entry.what : `${entry.what.replace(/\.$/, '')}. ${capital(entry.done)}`,
          when: whenSays(record.on),
          to: to.map((agency) => shortName(asking, agency)),
          toAsked: to.every((agency) => heldBy.includes(agency)),
          settledOn,
          settledBy: next?.what ?? null,
          days,
          heldOn,
        }),
      };
    };
    const told = chosen.map(people.tell);
    const says = `${capital(countedSays(shown.lost.length, 'hand-off', 'hand-offs'))} about ${andList(told.map(({ name }) => name))} ${shown.lost.length === 1 ? 'has' : 'have'} nothing recorded after ${shown.lost.length === 1 ? 'it' : 'them'}`;
    return {
      people: told,
      grounds: groundsOf(asking, says, shown.lost.length === 0, null, daysLookedOver(since, asAt)),
      truncated: Math.max(shown.lost.length, shown.settled.length) > first,
      lost: shown.lost.slice(0, first).map(tell),
      settled: shown.settled.slice(0, first).map(tell),
    };
  },
};
