import type { Arrival, Sharing } from '../answers.gen.ts';
import { Details, Tag } from '../govuk/text.tsx';
import { count } from '../words.ts';
import { Statements } from './evidence.tsx';

/** What reached which agency, from whom, with the statements themselves behind it. */
export function Arrivals({ arrivals, summary }: { arrivals: readonly Arrival[]; summary: string }) {
  if (arrivals.length === 0) return null;
  return (
    <Details summary={`${summary}: ${count(arrivals.length, 'statement')}`}>
      <ul className="govuk-list govuk-list--bullet">
        {arrivals.map(({ statement, agency, on, from }) => (
          <li key={`${statement.id} ${agency.id}`}>
            {agency.name}, {on.says}
            {from === null ? ', first-hand' : `, from ${from.name}`}: {statement.says}
          </li>
        ))}
      </ul>
      <Statements statements={[...new Map(arrivals.map(({ statement }) => [statement.id, statement])).values()]} />
    </Details>
  );
}

const COLOURS = { received: 'turquoise', sent: 'grey', claimed: 'yellow', refused: 'yellow', 'not known': 'grey' } as const;
type State = keyof typeof COLOURS;

export function Sharings({ sharings }: { sharings: readonly Sharing[] }) {
  if (sharings.length === 0) return <p className="govuk-body">No sharing of it is recorded.</p>;
  return (
    <ul className="govuk-list">
      {sharings.map((one) => (
        <li key={one.id}>
          <p className="govuk-body kith-tight">
            <Tag colour={COLOURS[one.state as State]}>{one.state}</Tag> {one.says}
            {one.ref === null ? '' : ` Reference: ${one.ref}.`}
            {one.note === null ? '' : ` Note: ${one.note}`}
          </p>
          <Details summary={`What it was about: ${count(one.statements.length, 'statement')}`}>
            <Statements statements={one.statements} />
          </Details>
        </li>
      ))}
    </ul>
  );
}
