import { Link } from 'wouter';
import { addressOf, useFragment } from '../address.ts';
import type { FirstHeldAnswer, HeldReading } from '../answers.gen.ts';
import { sayDay } from '../days.ts';
import type { View } from '../fragment.ts';
import { Details, Inset, Table } from '../govuk/text.tsx';
import { Arrivals, Sharings } from '../panels/arrivals.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { GroundsSay } from '../panels/grounds.tsx';
import { QuestionForm, variablesOf } from '../panels/question-form.tsx';
import { ReviewLinks } from '../panels/review-links.tsx';
import { TakeAlong } from '../panels/take-along.tsx';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { count, heldBetweenWords, listed } from '../words.ts';
import { NoSubject, NotThere } from './no-subject.tsx';

type Answer = FirstHeldAnswer['firstHeld'];

/** Who first held a route from a child to a person of concern: the lead reviewer's page. */
export function FirstHeldPage() {
  const { view } = useFragment();
  if (view.of === null) return <NoSubject />;
  const [person] = view.to;
  return person === undefined ? <Choose view={view} child={view.of} /> : <Told view={view} child={view.of} person={person} />;
}

/** Of whom? Those of concern near the child. */
function Choose({ view, child }: { view: View; child: string }) {
  const asked = useAnswer('people-of-concern-near', { child, ...variablesOf(view) });
  const near = asked.is === 'answered' ? asked.answer.peopleOfConcernNear : null;
  if (asked.is === 'failed' && asked.trouble.code === 'NOT_FOUND') return <NotThere trouble={asked.trouble} />;
  return (
    <Page
      title="Who first held it?"
      heading={near === null ? 'Who first held it' : `Who first held it: ${near.subject.name}`}
      about={near?.subject}
      asAt={near?.grounds.asAt ?? view.asAt}
      heldOn={near?.grounds.heldOn}
      wide
    >
      <ReviewLinks view={view} child={child} here="/first-held" />
      <QuestionForm page="/first-held" view={view} grounds={near?.grounds ?? null} />
      <h2 className="govuk-heading-m">Choose a person of concern</h2>
      <AskedFor asked={asked} what="which people of concern are near this child">
        {({ peopleOfConcernNear: answer }) => (
          <>
            <ul className="govuk-list govuk-list--bullet">
              {[...new Map([...answer.found, ...answer.takenBack].map(({ person }) => [person.id, person])).values()].map((person) => (
                <li key={person.id}>
                  <Link className="govuk-link" href={addressOf('/first-held', { ...view, to: [person.id] })}>
                    {person.name}, {person.age}
                  </Link>
                </li>
              ))}
            </ul>
            <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="people of concern" />
          </>
        )}
      </AskedFor>
    </Page>
  );
}

function Told({ view, child, person }: { view: View; child: string; person: string }) {
  const variables = { child, person, ...variablesOf(view) };
  const asked = useAnswer('first-held', variables);
  const answer = asked.is === 'answered' ? asked.answer.firstHeld : null;
  if (asked.is === 'failed' && asked.trouble.code === 'NOT_FOUND') return <NotThere trouble={asked.trouble} />;
  return (
    <Page
      title="Who first held it?"
      heading={answer === null ? 'Who first held it' : `Who first held it: ${answer.child.name} and ${answer.person.name}`}
      about={answer?.child}
      asAt={answer?.grounds.asAt ?? view.asAt}
      heldOn={answer?.grounds.heldOn}
      wide
    >
      <ReviewLinks view={view} child={child} here="/first-held" />
      <QuestionForm page="/first-held" view={view} grounds={answer?.grounds ?? null} />
      <AskedFor asked={asked} what="who first held it">
        {({ firstHeld }) => <Answered answer={firstHeld} view={view} variables={variables} />}
      </AskedFor>
    </Page>
  );
}

function Answered({ answer, view, variables }: { answer: Answer; view: View; variables: Record<string, unknown> }) {
  const { reading, apart, routes, facts, sharings, heldNothing, grounds } = answer;
  return (
    <>
      <Inset>
        <p className="govuk-body" role="status">
          {answer.says}
        </p>
      </Inset>
      <p className="govuk-body">
        “It” is a whole route from {answer.child.name} to {answer.person.name}, with what makes {answer.person.name} a person of concern.{' '}
        <Link className="govuk-link" href={addressOf('/first-held', { ...view, to: [] })}>
          Choose another person of concern
        </Link>
      </p>
      <TakeAlong question="first-held" variables={variables} day={grounds.heldOn} />
      <section aria-labelledby="days">
        <h2 className="govuk-heading-m" id="days">
          From day to day
        </h2>
        <Periods reading={reading} caption="Who held it between them, from day to day" />
      </section>
      {apart === null ? null : (
        <section aria-labelledby="apart">
          <h2 className="govuk-heading-m" id="apart">
            If no two records are one person’s
          </h2>
          <p className="govuk-body">{apart.says}</p>
          <Periods reading={apart} caption="Who held it between them, if no two records are one person’s" />
        </section>
      )}
      <section aria-labelledby="parts">
        <h2 className="govuk-heading-m" id="parts">
          Each part, and who held it from when
        </h2>
        {facts.length === 0 ? <p className="govuk-body">No part of it is recorded in what was searched.</p> : null}
        {facts.map((fact) => (
          <div key={fact.id} className="kith-fact">
            <h3 className="govuk-heading-s kith-tight">{fact.says}</h3>
            <ul className="govuk-list govuk-list--bullet kith-tight">
              {fact.held.map((held) => (
                <li key={held.agencies.map(({ id }) => id).join(' ')}>
                  {held.says}
                  <Arrivals arrivals={held.by} summary="Held by" />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section aria-labelledby="sharings">
        <h2 className="govuk-heading-m" id="sharings">
          Sharings of it
        </h2>
        <Sharings sharings={sharings} />
      </section>
      <section aria-labelledby="routes">
        <h2 className="govuk-heading-m" id="routes">
          Routes, each by itself
        </h2>
        {routes.length === 0 ? (
          <p className="govuk-body">No route is recorded. That nothing is recorded does not mean that there is nothing.</p>
        ) : (
          <ol className="govuk-list govuk-list--number">
            {routes.map(({ route, reading: own }) => (
              <li key={route.people.map(({ id }) => id).join(' ')}>
                <p className="govuk-body kith-tight">{route.says}</p>
                <p className="govuk-body-s">{own.says}</p>
                {own.periods.length < 2 ? null : (
                  <Details summary={`From day to day: ${count(own.periods.length, 'change')}`}>
                    <ul className="govuk-list govuk-list--bullet">
                      {own.periods.map((period) => (
                        <li key={period.from}>{period.says}</li>
                      ))}
                    </ul>
                  </Details>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="nothing">
        <h2 className="govuk-heading-m" id="nothing">
          Held no part of it
        </h2>
        <p className="govuk-body">
          {heldNothing.length === 0 ? 'Every agency asked held some part of it.' : `${listed(heldNothing.map(({ name }) => name))}.`}
        </p>
      </section>
      <GroundsSay grounds={grounds} truncated={answer.truncated} rows="routes" />
    </>
  );
}

function Periods({ reading, caption }: { reading: HeldReading; caption: string }) {
  if (reading.periods.length === 0)
    return <p className="govuk-body">On no day did the agencies asked hold all of it, not even all of them together.</p>;
  return (
    <Table
      caption={caption}
      hideCaption
      heads={['From', 'To', 'Smallest sets of agencies', 'What arrived that day']}
      rows={reading.periods.map((period) => ({
        key: period.from,
        cells: [
          period.on.says,
          period.to === null ? 'still so' : sayDay(period.to),
          period.sets.length === 0 ? 'nobody any more' : heldBetweenWords(period.sets),
          <Arrivals key="because" arrivals={period.because} summary="Arrived" />,
        ],
      }))}
    />
  );
}
