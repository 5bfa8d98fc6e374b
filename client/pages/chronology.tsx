import { Link } from 'wouter';
import { addressOf, useFragment } from '../address.ts';
import type { Entry } from '../answers.gen.ts';
import type { Chronology } from '../chronology-lanes.ts';
import { sayDay } from '../days.ts';
import type { View } from '../fragment.ts';
import { Details, Table, Tag, Warning } from '../govuk/text.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { ChosenPeople } from '../panels/chosen-people.tsx';
import { ChronologyDrawing } from '../panels/chronology-drawing.tsx';
import { chronologyVariables, ReviewForm } from '../panels/review-form.tsx';
import { GroundsSay } from '../panels/grounds.tsx';
import { TakeAlong } from '../panels/take-along.tsx';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { ENTRY_WORDS, listed } from '../words.ts';
import { NoSubject, NotThere } from './no-subject.tsx';

/** As many as the question gives where it is not told how many. */
const ON_A_PAGE = 100;

/** What happened around some people, and who came to hold it when: the reviewer's page. */
export function ChronologyPage() {
  const { view } = useFragment();
  return view.people.length === 0 ? <NoSubject /> : <Told view={view} />;
}

function Told({ view }: { view: View }) {
  const asked = useAnswer('chronology', chronologyVariables(view));
  const answer = asked.is === 'answered' ? asked.answer.chronology : null;
  if (asked.is === 'failed' && asked.trouble.code === 'NOT_FOUND') return <NotThere trouble={asked.trouble} />;
  return (
    <Page
      title="What happened, and who came to hold it when?"
      heading={answer === null ? 'Chronology' : `Chronology: ${listed(answer.people.map(({ name }) => name))}`}
      asAt={answer?.grounds.asAt ?? view.asAt}
      heldOn={answer?.grounds.heldOn}
      wide
    >
      <ReviewForm page="/chronology" view={view} grounds={answer?.grounds ?? null} />
      <AskedFor asked={asked} what="what happened around these people">
        {({ chronology }) => <Answered answer={chronology} view={view} />}
      </AskedFor>
    </Page>
  );
}

function Answered({ answer, view }: { answer: Chronology; view: View }) {
  const { entries, undated, notHeld, asHeldBy } = answer;
  return (
    <>
      <p className="govuk-visually-hidden" role="status">
        {answer.pageSays}
      </p>
      <ChosenPeople page="/chronology" view={view} people={answer.people} />
      <p className="govuk-body">
        <Link className="govuk-link" href={addressOf('/review', { ...view, kinds: null, asHeldBy: null, lanes: null, skip: null })}>
          What does not agree, what was not taken up, who was not told
        </Link>
      </p>
      <p className="govuk-body">
        {answer.settings} {answer.order}
      </p>
      <TakeAlong
        question="chronology"
        variables={chronologyVariables(view)}
        day={answer.grounds.asAt}
        part={answer.truncated || answer.skipped > 0 ? ' It has the entries of this page, and says of how many.' : ''}
      />
      <Pages answer={answer} view={view} />
      <section aria-labelledby="entries">
        <h2 className="govuk-heading-m" id="entries">
          {asHeldBy === null ? 'As it happened' : `As it came to be held by ${asHeldBy.name}`}
        </h2>
        {entries.length === 0 ? (
          <p className="govuk-body">No entry on this page. That nothing is recorded does not mean that nothing happened.</p>
        ) : (
          <Entries caption="Entries" entries={entries} />
        )}
      </section>
      {undated.length === 0 ? null : (
        <section aria-labelledby="undated">
          <h2 className="govuk-heading-m" id="undated">
            No day recorded
          </h2>
          <Entries caption="Entries that name no day, in the order in which they came to be held" entries={undated} />
        </section>
      )}
      {notHeld.length === 0 || asHeldBy === null ? null : (
        <section aria-labelledby="not-held">
          <h2 className="govuk-heading-m" id="not-held">
            Not held by {asHeldBy.name}
          </h2>
          <p className="govuk-body">
            Held by others by {sayDay(answer.grounds.heldOn)}, and not by {asHeldBy.name}, in the records held here.
          </p>
          <Entries caption={`Entries not held by ${asHeldBy.name}`} entries={notHeld} />
        </section>
      )}
      <Pages answer={answer} view={view} />
      <section aria-labelledby="lanes-drawn">
        <h2 className="govuk-heading-m" id="lanes-drawn">
          Over time
        </h2>
        <ChronologyDrawing answer={answer} kind={view.lanes ?? 'agency'} />
        <Agencies answer={answer} />
      </section>
      <GroundsSay grounds={answer.grounds} truncated={false} rows="entries" />
    </>
  );
}

function Entries({ caption, entries }: { caption: string; entries: readonly Entry[] }) {
  return (
    <Table
      caption={caption}
      heads={['Happened', 'Entry', 'Held from, by whom', 'Delay', 'Source', 'What was done']}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          <>
            {entry.happened.says === 'not recorded' ? 'No day recorded' : entry.happened.says}
            {entry.until === null ? '' : `, to ${entry.until.says}`}
          </>,
          <EntryCell key="entry" entry={entry} />,
          <ul className="govuk-list" key="held">
            {entry.heldBy.map(({ agency, from }) => (
              <li key={agency.id}>
                {sayDay(from)}, {agency.name}
              </li>
            ))}
          </ul>,
          entry.delay === null ? 'not known' : `${entry.delay.says}${entry.heldBefore ? ' it happened' : ''}`,
          <>
            {entry.source}
            {entry.ref === null ? '' : ` (${entry.ref})`}
          </>,
          entry.done ?? 'nothing recorded',
        ],
      }))}
    />
  );
}

function EntryCell({ entry }: { entry: Entry }) {
  const marks = [
    ENTRY_WORDS[entry.kind].replace(/s$/, ''),
    ...(entry.keyEvent === null ? [] : [`${entry.keyEvent.what}`]),
    ...(entry.heldBefore ? ['held before it happened'] : []),
    ...(entry.repeats === null ? [] : ['repeats another']),
  ];
  return (
    <>
      <div className="kith-entry-marks">
        {marks.map((mark) => (
          <Tag key={mark} colour="grey">
            {mark}
          </Tag>
        ))}
      </div>
      {entry.what}
      {entry.note === null ? null : <Details summary="Note">{entry.note}</Details>}
    </>
  );
}

function Pages({ answer, view }: { answer: Chronology; view: View }) {
  const { skipped, truncated, entries, undated, notHeld } = answer;
  const shown = entries.length + undated.length + notHeld.length;
  if (!truncated && skipped === 0) return <p className="govuk-body">{answer.pageSays}</p>;
  const to = (words: string, skip: number) => (
    <Link className="govuk-link" href={addressOf('/chronology', { ...view, skip: skip <= 0 ? null : skip })}>
      {words}
    </Link>
  );
  return (
    <div>
      <Warning>{answer.pageSays.replace(/: ask for.*$/, '.')} Not all entries are on this page.</Warning>
      <p className="govuk-body kith-chosen">
        {skipped > 0 ? to('The first entries', 0) : null}
        {skipped > 0 ? to('Entries before these', skipped - ON_A_PAGE) : null}
        {truncated ? to('Entries after these', skipped + shown) : null}
        {truncated ? to('The last entries', Math.floor((answer.total - 1) / ON_A_PAGE) * ON_A_PAGE) : null}
      </p>
    </div>
  );
}

function Agencies({ answer }: { answer: Chronology }) {
  return (
    <Details summary="What each agency held, and from when">
      <ul className="govuk-list govuk-list--bullet">
        {answer.lanes.map((lane) => (
          <li key={lane.agency.id}>{lane.says}</li>
        ))}
      </ul>
      {answer.withoutRecord.length === 0 ? null : (
        <p className="govuk-body">
          No record of these people is held here by {listed(answer.withoutRecord.map(({ name }) => name))}. That is not to say that they
          held none.
        </p>
      )}
    </Details>
  );
}
