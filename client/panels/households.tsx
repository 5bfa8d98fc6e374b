/** The households a person is in contact with, newest contact first: who is there, from when to when, who was told, which area. */
import type { WhoToTellAnswer } from '../answers.gen.ts';
import { Details, Table } from '../govuk/text.tsx';
import type { WebAnswer } from '../web/from-answer.ts';
import { householdRows } from '../web/households.ts';
import { toldTo } from '../web/told-to.ts';
import { listed } from '../words.ts';
import { StaySays, TieSays } from './facts.tsx';

/** `telling`: null while it is being asked, or when there is no answer. */
export function HouseholdsTable({ web, telling }: { web: WebAnswer; telling: WhoToTellAnswer['whoToTell'] | null }) {
  const rows = householdRows(web);
  if (rows.length === 0) return <p className="govuk-body">No contact with any household is recorded in what was searched.</p>;
  return (
    <Table
      caption="Households, newest contact first"
      hideCaption
      heads={['Household', 'Adults there', 'Children there, ages then', 'From', 'To', 'Kind of contact', 'Told to', 'Area', 'Sources']}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          row.home?.name ?? 'no home recorded',
          row.carers.length === 0 ? 'none recorded' : listed(row.carers.map((one) => one.name)),
          row.children.length === 0 ? 'none recorded' : listed(row.children.map((one) => `${one.name} (${one.age})`)),
          row.from,
          row.to,
          row.contact,
          telling === null
            ? 'not known yet'
            : toldTo(
                row.children.map(({ id }) => id),
                telling,
              ).says,
          row.home?.area ?? 'not recorded',
          <Details key="why" summary="Sources">
            <p className="govuk-body-s">Held by {row.heldBy.length === 0 ? 'several agencies only together' : listed(row.heldBy)}.</p>
            {'stay' in row.fact ? <StaySays stay={row.fact.stay} /> : <TieSays tie={row.fact.tie} />}
          </Details>,
        ],
      }))}
    />
  );
}
