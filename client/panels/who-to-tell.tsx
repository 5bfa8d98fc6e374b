/** Whom to tell of each child reached: who works with the child or the carers, and which of them hold the route. */
import type { WhoToTellAnswer } from '../answers.gen.ts';
import { Details, Table } from '../govuk/text.tsx';
import { HOLDS_WORDS } from '../web/told-to.ts';
import { heldBetweenWords, listed } from '../words.ts';
import { GroundsSay } from './grounds.tsx';

export function WhoToTell({ answer }: { answer: WhoToTellAnswer['whoToTell'] }) {
  const { children, grounds, truncated } = answer;
  return (
    <>
      {children.length === 0 ? (
        <p className="govuk-body">No child is recorded in what was searched, so there is nobody to tell of one.</p>
      ) : (
        <Table
          caption="Whom to tell of each child"
          hideCaption
          heads={['Child', 'Responsible area', 'Looked after by', 'Agencies, and what they hold of the route', 'Held between']}
          rows={children.map((row) => ({
            key: row.child.id,
            cells: [
              <>
                {row.child.name}
                <span className="govuk-body-s kith-block">{row.child.age}</span>
              </>,
              row.areas.length === 0 ? 'not recorded' : listed(row.areas),
              row.carers.length === 0 ? 'nobody recorded' : listed(row.carers.map((one) => one.name)),
              <Agencies key="agencies" row={row} />,
              row.heldBetween.length === 0 ? 'not recorded' : heldBetweenWords(row.heldBetween),
            ],
          }))}
        />
      )}
      <GroundsSay grounds={grounds} truncated={truncated} rows="children" />
    </>
  );
}

function Agencies({ row }: { row: WhoToTellAnswer['whoToTell']['children'][number] }) {
  if (row.agencies.length === 0) return 'none recorded as involved on that day';
  return (
    <>
      <ul className="govuk-list kith-tight">
        {row.agencies.map((one) => (
          <li key={one.agency.id}>
            <strong>{one.agency.name}</strong>: {HOLDS_WORDS[one.holds]}
          </li>
        ))}
      </ul>
      <Details summary="Why these">
        <p className="govuk-body-s">The shortest route: {row.route.says}</p>
        <ul className="govuk-list govuk-list--bullet">
          {row.agencies
            .flatMap(({ why }) => why)
            .map((why, at) => (
              <li key={at} className="govuk-body-s kith-tight">
                {why}
              </li>
            ))}
        </ul>
      </Details>
    </>
  );
}
