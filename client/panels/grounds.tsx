import type { Grounds } from '../answers.gen.ts';
import { dayFrom, sayDay } from '../days.ts';
import { Details, Inset, SummaryList, Warning } from '../govuk/text.tsx';
import { listed } from '../words.ts';

/** How an answer was reached: what was asked and what was not. Every answer has one. */
export function GroundsSay({ grounds, truncated, rows }: { grounds: Grounds; truncated: boolean; rows?: string }) {
  return (
    <div className="kith-grounds">
      {truncated ? (
        <Warning>
          There are more {rows ?? 'rows'} than are shown here. Ask with fewer steps, fewer kinds of tie or a shorter time to see all.
        </Warning>
      ) : null}
      {grounds.withheld.kind === 'ASK' ? <Withheld grounds={grounds} /> : null}
      <p className="govuk-body-s">{grounds.says}</p>
      <Details summary="How this answer was reached">
        <SummaryList
          rows={[
            ['As at', sayDay(grounds.asAt)],
            [
              'Ties followed',
              grounds.since === null
                ? 'of any time, ended ones included and marked'
                : `in force at some time from ${sayDay(grounds.since)}`,
            ],
            ['Held by the end of', sayDay(grounds.heldOn)],
            ['Agencies asked', grounds.heldBy.length === 0 ? 'none' : listed(grounds.heldBy.map((agency) => agency.name))],
            [
              'Not asked',
              grounds.notAsked.length === 0 ? 'none of those known here' : listed(grounds.notAsked.map((agency) => agency.name)),
            ],
            [
              'Loaded',
              <ul className="govuk-list" key="loaded">
                {grounds.freshness.map((one) => (
                  <li key={one.agency.id}>{one.says}</li>
                ))}
              </ul>,
            ],
            ['Withheld', grounds.withheld.says],
            ['State of the records', `revision ${grounds.revision}: the same question at this revision gives the same answer`],
          ]}
        />
      </Details>
    </div>
  );
}

/** What the reader is not shown, as far as it may be said: for a part of a page that has its grounds elsewhere. */
export function Withheld({ grounds: { withheld } }: { grounds: Grounds }) {
  return withheld.kind === 'ASK' ? (
    <Inset>
      <p className="govuk-body">
        <strong>{withheld.says}</strong>
      </p>
    </Inset>
  ) : (
    <p className="govuk-body-s">{withheld.says}</p>
  );
}

/** The last day on which anything loaded was recorded, when the day asked is long after it: the picture of that day is an old one. */
export function lastRecorded(grounds: Grounds): string | null {
  const last = grounds.freshness
    .map((one) => one.to)
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return last !== undefined && dayFrom(last, 90) < grounds.asAt ? last : null;
}
