import { Link } from 'wouter';
import { addressOf, useFragment } from '../address.ts';
import type { RestsOnAnswer } from '../answers.gen.ts';
import type { View } from '../fragment.ts';
import { Inset, Warning } from '../govuk/text.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { Statements } from '../panels/evidence.tsx';
import { GroundsSay } from '../panels/grounds.tsx';
import { QuestionForm, variablesOf } from '../panels/question-form.tsx';
import { ReviewLinks } from '../panels/review-links.tsx';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { count } from '../words.ts';
import { NoSubject, NotThere } from './no-subject.tsx';

type Answer = RestsOnAnswer['restsOn'];

/** What would fall had one statement or one source never been heard, and what rests on one interested source alone. */
export function RestsOnPage() {
  const { view } = useFragment();
  return view.of === null ? <NoSubject /> : <Rests view={view} child={view.of} />;
}

function Rests({ view, child }: { view: View; child: string }) {
  const { statement, source } = view;
  const asked = useAnswer('rests-on', { child, statement, source: statement === null ? source : null, ...variablesOf(view) });
  const answer = asked.is === 'answered' ? asked.answer.restsOn : null;
  if (asked.is === 'failed' && asked.trouble.code === 'NOT_FOUND') return <NotThere trouble={asked.trouble} />;
  return (
    <Page
      title="What rests on whose word?"
      heading={answer === null ? 'What rests on whose word' : `What rests on whose word: ${answer.child.name}`}
      about={answer?.child}
      asAt={answer?.grounds.asAt ?? view.asAt}
      heldOn={answer?.grounds.heldOn}
      wide
    >
      <ReviewLinks view={view} child={child} here="/rests-on" />
      <QuestionForm page="/rests-on" view={view} grounds={answer?.grounds ?? null} />
      <AskedFor asked={asked} what="what rests on whose word">
        {({ restsOn }) => <Answered answer={restsOn} view={view} />}
      </AskedFor>
    </Page>
  );
}

function Answered({ answer, view }: { answer: Answer; view: View }) {
  const isAsked = view.statement !== null || view.source !== null;
  return (
    <>
      {isAsked ? (
        <Warning>
          What if? This is as if something had never been said, which is not what is recorded.{' '}
          <Link className="govuk-link" href={addressOf('/rests-on', { ...view, statement: null, source: null })}>
            Put everything back
          </Link>
        </Warning>
      ) : null}
      <Inset>
        <p className="govuk-body" role="status">
          {answer.says}
        </p>
      </Inset>
      {isAsked ? <Falls answer={answer} /> : null}
      <section aria-labelledby="sources">
        <h2 className="govuk-heading-m" id="sources">
          Resting on one interested source alone
        </h2>
        <p className="govuk-body">
          Interested: the person spoken of, a parent or a relative. That a source has a side does not mean that it is wrong. What a child
          said is never listed here.
        </p>
        {answer.sources.length === 0 ? <p className="govuk-body">Nothing of these routes rests on one interested source alone.</p> : null}
        {answer.sources.map((source) => (
          <div key={source.id} className="kith-fact">
            <h3 className="govuk-heading-s kith-tight">{source.says}</h3>
            <ul className="govuk-list govuk-list--bullet kith-tight">
              {source.facts.map((fact) => (
                <li key={fact.id}>{fact.says}</li>
              ))}
            </ul>
            <ul className="govuk-list">
              {source.statements.map((statement) => (
                <li key={statement.id}>
                  <Statements statements={[statement]} />
                  <Link className="govuk-link" href={addressOf('/rests-on', { ...view, statement: statement.id, source: null })}>
                    As if it had never been said<span className="govuk-visually-hidden">: {statement.says}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="routes" />
    </>
  );
}

function Falls({ answer }: { answer: Answer }) {
  const { falling, routes, people, facts, weaker } = answer;
  return (
    <section aria-labelledby="falls">
      <h2 className="govuk-heading-m" id="falls">
        What would fall
      </h2>
      <h3 className="govuk-heading-s">Taken as never said: {count(falling.length, 'statement')}</h3>
      <Statements statements={falling} />
      <h3 className="govuk-heading-s">Routes that would no longer be found: {routes.length}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {routes.map((route) => (
          <li key={route.people.map(({ id }) => id).join(' ')}>{route.says}</li>
        ))}
      </ul>
      {people.length === 0 ? null : (
        <p className="govuk-body">
          No longer found at all: {people.map(({ name }) => name).join(', ')}. Found or not, nothing is ruled out.
        </p>
      )}
      <h3 className="govuk-heading-s">Ties and facts of concern that would fall: {facts.length}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {facts.map((fact) => (
          <li key={fact.id}>{fact.says}</li>
        ))}
      </ul>
      {weaker.length === 0 ? null : (
        <>
          <h3 className="govuk-heading-s">Would stand on lesser words: {weaker.length}</h3>
          <ul className="govuk-list govuk-list--bullet">
            {weaker.map((fact) => (
              <li key={fact.id}>{fact.says}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
