/** Decisions as an answer gives them: only people the asker may see are named, and words only where they are open. */
import type { FieldGroup } from '../access/policy.ts';
import { readSpan } from '../ledger/dates.ts';
import type { DecisionRecord } from '../ledger/records.ts';
import { whenSays } from '../words/contact-says.ts';
import { saySpan, type SpanSaid } from '../words/dates-say.ts';
import { decisionSays } from '../words/decision-says.ts';
import type { Agency, Asking } from './asking.ts';
import { agencyTold } from './evidence-told.ts';
import type { People, PersonTold } from './people-told.ts';

export type DecisionTold = {
  id: string;
  agency: Agency;
  on: SpanSaid;
  about: PersonTold[];
  decision: string | null;
  reason: string | null;
  by: string | null;
  ref: string | null;
  says: string;
};

/** `about`: those of the decision's people whom `people` knows. */
export function tellDecision(asking: Asking, record: DecisionRecord, about: readonly string[], people: People): DecisionTold {
  const open = (group: FieldGroup, text: string | undefined): string | null =>
    text !== undefined && asking.shows.has(group) ? text : null;
  const told = {
    decision: open('free text', record.decision),
    reason: open('free text', record.reason),
    by: open('source', record.by),
  };
  const persons = [...new Set(about.filter(people.isKnown).map(people.personOf))].sort();
  const agency = agencyTold(asking, record.agency);
  return {
    id: record.id,
    agency,
    on: saySpan(readSpan(record.on)),
    about: persons.map(people.tell),
    ...told,
    ref: record.ref ?? null,
    says: decisionSays({ ...told, agency: agency.name, on: whenSays(record.on), about: persons.map(people.nameOf) }),
  };
}
