import { Link } from 'wouter';
import { addressOf, useFragment } from '../address.ts';
import type { CountySweepAnswer } from '../answers.gen.ts';
import { sayDay, sayMonth } from '../days.ts';
import type { View } from '../fragment.ts';
import { Table } from '../govuk/text.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { Counts } from '../panels/counts.tsx';
import { GroundsSay } from '../panels/grounds.tsx';
import { QuestionForm, variablesOf } from '../panels/question-form.tsx';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { listed } from '../words.ts';

type Answer = CountySweepAnswer['countySweep'];

const ON_A_PAGE = 100;
const MOST_SETS = 3;

/** Every pair of a person of concern and a child in all records: for analysts, under an authority. */
export function CountySweepPage() {
  const { view } = useFragment();
  const asked = useAnswer('county-sweep', { ...variablesOf(view), skip: view.skip, first: ON_A_PAGE });
  const grounds = asked.is === 'answered' ? asked.answer.countySweep.grounds : null;
  return (
    <Page
      title="Which people of concern are near which children, in all records?"
      heading="People of concern near children, in all records"
      asAt={grounds?.asAt ?? view.asAt}
      heldOn={grounds?.heldOn}
      wide
    >
      <QuestionForm page="/county-sweep" view={view} grounds={grounds} />
      <AskedFor asked={asked} what="which people of concern are near which children, in all records">
        {({ countySweep }) => <Answered answer={countySweep} view={view} />}
      </AskedFor>
    </Page>
  );
}

function Answered({ answer, view }: { answer: Answer; view: View }) {
  const { grounds, pairs, byArea, byAgency, byMonth } = answer;
  return (
    <>
      <p className="govuk-visually-hidden" role="status">
        {grounds.says}
      </p>
      <GroundsSay grounds={grounds} truncated={false} rows="pairs" />
      <p className="govuk-body">
        A pair is in the records held here, and says nothing of what anybody did or may do. Counts are of all pairs, not of this page alone;
        a pair may count in several areas and for several agencies.
      </p>
      <Counts title="Pairs by area of the child’s homes" what="Area" counts={byArea} />
      <Counts
        title="Pairs by month in which the agencies asked, put together, first held them"
        what="Month"
        counts={byMonth.map(({ name, count }) => ({ name: sayMonth(name), count }))}
      />
      <Counts title="Pairs by agency in one of the smallest sets that hold them" what="Agency" counts={byAgency} />
      <section aria-labelledby="pairs">
        <h2 className="govuk-heading-m" id="pairs">
          Pairs
        </h2>
        <Pages answer={answer} view={view} />
        {pairs.length === 0 ? (
          <p className="govuk-body">No pair is on this page. That none is recorded rules nothing out.</p>
        ) : (
          <Table
            caption="Pairs, by person of concern, steps and child"
            hideCaption
            heads={['Child', 'Person of concern', 'Steps', 'Area', 'Held by', 'Held from']}
            rows={pairs.map(({ person, child, steps, areas, heldBetween, heldFrom }) => ({
              key: `${person.id} ${child.id}`,
              cells: [
                <Link key="child" className="govuk-link" href={addressOf('/child', { ...view, of: child.id, skip: null })}>
                  {child.name}
                </Link>,
                <Link key="person" className="govuk-link" href={addressOf('/person', { ...view, of: person.id, skip: null })}>
                  {person.name}
                </Link>,
                String(steps),
                areas.length === 0 ? 'not recorded' : listed(areas),
                <HeldBetween key="held" sets={heldBetween} />,
                sayDay(heldFrom),
              ],
            }))}
          />
        )}
        <Pages answer={answer} view={view} />
      </section>
    </>
  );
}

/** The first few of the smallest sets; the network check has all. */
function HeldBetween({ sets }: { sets: Answer['pairs'][number]['heldBetween'] }) {
  return (
    <ul className="govuk-list">
      {sets.slice(0, MOST_SETS).map((set) => (
        <li key={set.map(({ id }) => id).join(' ')}>
          {listed(set.map(({ name }) => name))}
          {set.length > 1 ? ', only between them' : ''}
        </li>
      ))}
      {sets.length > MOST_SETS ? <li>or {sets.length - MOST_SETS} other sets</li> : null}
    </ul>
  );
}

function Pages({ answer: { skipped, total, pairs }, view }: { answer: Answer; view: View }) {
  const last = skipped + pairs.length;
  return (
    <p className="govuk-body">
      {pairs.length === 0 ? '' : `Pairs ${skipped + 1} to ${last} of ${total}. `}
      {skipped > 0 ? (
        <Link className="govuk-link" href={addressOf('/county-sweep', { ...view, skip: skipped > ON_A_PAGE ? skipped - ON_A_PAGE : null })}>
          Pairs before these
        </Link>
      ) : null}{' '}
      {last < total ? (
        <Link className="govuk-link" href={addressOf('/county-sweep', { ...view, skip: last })}>
          Pairs after these
        </Link>
      ) : null}
    </p>
  );
}
