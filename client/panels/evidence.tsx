import type { Statement, Tie } from '../answers.gen.ts';
import { sayDay } from '../days.ts';
import { Details, Tag } from '../govuk/text.tsx';
import { listed } from '../words.ts';

interface Held {
  agency: { id: string; name: string };
  from: string;
}

/** The statements themselves: who recorded what on which day, and whose word it is. */
export function Statements({ statements }: { statements: readonly Statement[] }) {
  return (
    <ul className="govuk-list kith-statements">
      {statements.map((one) => (
        <li key={one.id}>
          <p className="govuk-body-s kith-tight">{one.says}</p>
          <p className="govuk-body-s kith-tight kith-quiet">
            {one.agency.name}, recorded {one.recorded.says}. Source: {one.source.name ?? one.source.kind}
            {one.source.name === null ? '' : ` (${one.source.kind})`}. Held here from {sayDay(one.heldFrom)}.
            {one.ref === null ? '' : ` Reference: ${one.ref}.`}
            {one.note === null ? '' : ` Note: ${one.note}`}
          </p>
          {one.inferred ? (
            <p className="govuk-body-s kith-tight kith-quiet">
              Who held this, or since when, is a reading of the record and not its own words.
            </p>
          ) : null}
          {one.repeats === null ? null : <p className="govuk-body-s kith-tight kith-quiet">This only repeats an earlier statement.</p>}
        </li>
      ))}
    </ul>
  );
}

/** A contact is a record and no statement: the meeting itself is what the tie was worked out from. */
function MetAt({ contact: { says, kind, agency, on, from, ref } }: { contact: NonNullable<Tie['contact']> }) {
  return (
    <>
      <p className="govuk-body-s">Nobody stated this as such. It was worked out from a contact at which both were met:</p>
      <p className="govuk-body-s kith-tight">{says}</p>
      <p className="govuk-body-s kith-quiet">
        {kind.charAt(0).toUpperCase() + kind.slice(1)}, {on.says}, recorded by {agency.name}. Source: {from ?? 'not recorded'}.
        {ref === null ? '' : ` Reference: ${ref}.`}
      </p>
    </>
  );
}

export function holdersSay(holders: readonly Held[]): string {
  return holders.length === 0
    ? 'No agency asked holds it alone'
    : `Held by ${listed(holders.map((h) => `${h.agency.name} (from ${sayDay(h.from)})`))}`;
}

/** "Why is this line here?", down to the statements. `derived`: it was worked out from them and nobody stated it as such. */
export function Why({
  summary,
  evidence,
  against,
  derived,
  contact = null,
  holders,
  together,
}: {
  summary: string;
  evidence: readonly Statement[];
  against: readonly Statement[];
  derived?: boolean;
  contact?: Tie['contact'];
  holders: readonly Held[];
  together?: boolean;
}) {
  return (
    <Details summary={summary}>
      <p className="govuk-body-s">
        {holdersSay(holders)}.{together ? ' No one of them holds all of it: only together do they.' : ''}
      </p>
      {contact ? (
        <MetAt contact={contact} />
      ) : derived ? (
        <p className="govuk-body-s">
          Nobody stated this as such. It was worked out from {evidence.length === 1 ? 'this statement' : 'these statements'}:
        </p>
      ) : null}
      {evidence.length > 0 ? (
        <Statements statements={evidence} />
      ) : contact ? null : (
        <p className="govuk-body-s">No statement for it is held by the agencies asked.</p>
      )}
      {against.length > 0 ? (
        <>
          <p className="govuk-body-s">
            <Tag colour="yellow">Disagreed</Tag> Statements that speak against it:
          </p>
          <Statements statements={against} />
        </>
      ) : null}
    </Details>
  );
}
