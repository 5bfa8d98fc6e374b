import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { addressOf, go, useFragment } from '../address.ts';
import { sayDay } from '../days.ts';
import type { WhoToTellAnswer } from '../answers.gen.ts';
import type { View } from '../fragment.ts';
import { Inset } from '../govuk/text.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { ConcernSays } from '../panels/facts.tsx';
import { FoundList } from '../panels/found.tsx';
import { GroundsSay, lastRecorded } from '../panels/grounds.tsx';
import { HouseholdsTable } from '../panels/households.tsx';
import { Lanes } from '../panels/lanes.tsx';
import { PathFinder } from '../panels/path-finder.tsx';
import { Picked } from '../panels/picked.tsx';
import { EVERYBODY, QuestionForm, variablesOf } from '../panels/question-form.tsx';
import { WhoToTell } from '../panels/who-to-tell.tsx';
import { remember } from '../remembered.ts';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { useMedia } from '../use-media.ts';
import type { WebAnswer } from '../web/from-answer.ts';
import { count } from '../words.ts';
import { OldRecords } from './child.tsx';
import { NoSubject, NotThere } from './no-subject.tsx';
import { Drawing, WhatIf } from './web.tsx';

/** One person across homes, carers, children and areas: the analyst's page. */
export function PersonPage() {
  const { view } = useFragment();
  return view.of === null ? <NoSubject /> : <Network view={view} person={view.of} />;
}

function Network({ view, person }: { view: View; person: string }) {
  const variables = variablesOf(view);
  const asked = useAnswer('web-of-person', { person, ...variables, first: EVERYBODY });
  const near = useAnswer('children-near', { person, ...variables });
  const telling = useAnswer('who-to-tell', { person, ...variables });
  const web = asked.is === 'answered' ? asked.answer.webOfPerson : null;
  if (asked.is === 'failed' && asked.trouble.code === 'NOT_FOUND') return <NotThere trouble={asked.trouble} />;
  return (
    <Page
      title="Which households is this person in contact with?"
      heading={web === null ? 'Households in contact' : `Households in contact with ${web.subject.name}`}
      about={web?.subject}
      asAt={web?.grounds.asAt ?? view.asAt}
      heldOn={web?.grounds.heldOn}
      wide
    >
      <QuestionForm page="/person" contact view={view} grounds={web?.grounds ?? null} />
      <OldRecords page="/person" view={view} last={web === null ? null : lastRecorded(web.grounds)} />
      <WhatIf view={view} page="/person" />
      <AskedFor asked={asked} what="which households this person is in contact with">
        {({ webOfPerson }) => (
          <Households web={webOfPerson} view={view} telling={telling.is === 'answered' ? telling.answer.whoToTell : null} />
        )}
      </AskedFor>
      <section aria-labelledby="children">
        <h2 className="govuk-heading-m" id="children">
          Routes to children
        </h2>
        <AskedFor asked={near} what="which children are near this person">
          {({ childrenNear: answer }) => (
            <>
              <p className="govuk-body">
                {answer.found.length === 0
                  ? 'No child is recorded in what was searched. That nothing is recorded does not mean that there is nobody.'
                  : `${count(answer.found.length, 'child', 'children')} within ${count(answer.grounds.within ?? 2, 'step')}.`}
              </p>
              <FoundList found={answer.found} view={view} />
              {answer.ageNotKnown.length > 0 ? (
                <>
                  <h3 className="govuk-heading-s">Nobody can say whether they were under 18</h3>
                  <FoundList found={answer.ageNotKnown} view={view} level={4} />
                </>
              ) : null}
              <h3 className="govuk-heading-s">Said, then taken back or denied</h3>
              {answer.takenBack.length === 0 ? (
                <p className="govuk-body">No child is reached only in this way.</p>
              ) : (
                <FoundList found={answer.takenBack} view={view} level={4} />
              )}
              <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="children" />
            </>
          )}
        </AskedFor>
      </section>
      <section aria-labelledby="tell">
        <h2 className="govuk-heading-m" id="tell">
          Whom to tell
        </h2>
        <AskedFor asked={telling} what="whom to tell of each child">
          {({ whoToTell }) => <WhoToTell answer={whoToTell} />}
        </AskedFor>
      </section>
    </Page>
  );
}

function Households({ web, view, telling }: { web: WebAnswer; view: View; telling: WhoToTellAnswer['whoToTell'] | null }) {
  const wide = useMedia('(min-width: 40.0625em)');
  const [said, setSaid] = useState('');
  const own = web.people.find((row) => row.person.id === web.subject.id);
  const onPick = (pick: View['pick']) => go('/person', { ...view, pick });
  useEffect(() => {
    remember(web);
    setSaid(
      `Now showing ${count(web.people.length, 'person', 'people')} and ${count(web.homes.length, 'household')} as at ${sayDay(web.grounds.asAt)}.`,
    );
  }, [web]);
  return (
    <>
      <p className="govuk-visually-hidden" role="status">
        {said}
      </p>
      {own === undefined || own.concerns.length === 0 ? (
        <Inset>
          <p className="govuk-body">No fact of concern about {web.subject.name} is recorded in what was searched.</p>
        </Inset>
      ) : (
        own.concerns.map((concern) => <ConcernSays key={concern.id} concern={concern} />)
      )}
      <section aria-labelledby="households">
        <h2 className="govuk-heading-m" id="households">
          Households, newest contact first
        </h2>
        <HouseholdsTable web={web} telling={telling} />
      </section>
      <section aria-labelledby="lanes">
        <h2 className="govuk-heading-m" id="lanes">
          Stays over time
        </h2>
        <Lanes web={web} />
      </section>
      <section aria-labelledby="path">
        <h2 className="govuk-heading-m" id="path">
          Path finder
        </h2>
        <PathFinder web={web} view={view} page="/person" />
      </section>
      <section aria-labelledby="picture">
        <h2 className="govuk-heading-m" id="picture">
          Picture
        </h2>
        <p className="govuk-body">
          <Link className="govuk-link" href={addressOf('/web', { ...view, sheet: 'picture', pick: null })}>
            Picture on a page of its own
          </Link>
        </p>
        <Picked web={web} view={view} page="/person" onPick={onPick} />
        {wide ? <Drawing web={web} view={view} onPick={onPick} /> : null}
      </section>
      <GroundsSay grounds={web.grounds} truncated={web.truncated} rows="people" />
    </>
  );
}
