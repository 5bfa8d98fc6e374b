import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { addressOf, go, useFragment } from '../address.ts';
import { sayDay } from '../days.ts';
import type { View } from '../fragment.ts';
import { LinkButton } from '../govuk/buttons.tsx';
import { Warning } from '../govuk/text.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { Drawn } from '../panels/drawn.tsx';
import { FoundList } from '../panels/found.tsx';
import { GroundsSay, lastRecorded } from '../panels/grounds.tsx';
import { Picked } from '../panels/picked.tsx';
import { EVERYBODY, QuestionForm, variablesOf } from '../panels/question-form.tsx';
import { ReviewLinks } from '../panels/review-links.tsx';
import { WebList } from '../panels/web-list.tsx';
import { labelOf, remember } from '../remembered.ts';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { useMedia } from '../use-media.ts';
import { captionOf } from '../web/caption.ts';
import { webFromAnswer } from '../web/from-answer.ts';
import type { WebAnswer } from '../web/from-answer.ts';
import type { Scene } from '../web/scene.ts';
import { count } from '../words.ts';
import { OldRecords } from './child.tsx';
import { NoSubject, NotThere } from './no-subject.tsx';

/** Everybody round one person, as a list and as a picture of the same answer. */
export function WebPage() {
  const { view } = useFragment();
  return view.of === null ? <NoSubject /> : <Explorer view={view} person={view.of} />;
}

function Explorer({ view, person }: { view: View; person: string }) {
  const asked = useAnswer('web-of-person', { person, ...variablesOf(view), first: EVERYBODY });
  const web = asked.is === 'answered' ? asked.answer.webOfPerson : null;
  if (asked.is === 'failed' && asked.trouble.code === 'NOT_FOUND') return <NotThere trouble={asked.trouble} />;
  return (
    <Page
      title="Who is around this person?"
      heading={web === null ? 'Web of households' : `Web of households: ${web.subject.name}`}
      about={web?.subject}
      asAt={web?.grounds.asAt ?? view.asAt}
      heldOn={web?.grounds.heldOn}
      wide
    >
      <ReviewLinks view={view} child={person} />
      <QuestionForm page="/web" view={view} grounds={web?.grounds ?? null} />
      <OldRecords page="/web" view={view} last={web === null ? null : lastRecorded(web.grounds)} />
      <WhatIf view={view} />
      <AskedFor asked={asked} what="who is around this person">
        {({ webOfPerson }) => <Shown web={webOfPerson} view={view} />}
      </AskedFor>
      <Routes view={view} person={person} />
    </Page>
  );
}

/** What was left out, each with a way to put it back. */
export function WhatIf({ view, page = '/web' }: { view: View; page?: '/web' | '/person' }) {
  if (view.without.length === 0) return null;
  return (
    <div className="kith-what-if">
      <Warning>
        What if? {count(view.without.length, 'thing')} left out, as if never recorded, with all that rests on it. This is not what is
        recorded.
      </Warning>
      <ul className="govuk-list">
        {view.without.map((id) => (
          <li key={id}>
            {labelOf(id)}{' '}
            <LinkButton
              onClick={() => go(page, { ...view, without: view.without.filter((other) => other !== id) })}
            >{`Put ${labelOf(id)} back`}</LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Shown({ web, view }: { web: WebAnswer; view: View }) {
  const wide = useMedia('(min-width: 40.0625em)');
  const alone = view.sheet === 'picture';
  const [said, setSaid] = useState('');
  const onPick = (pick: View['pick']) => go('/web', { ...view, pick });
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
      <div className={alone ? 'kith-web kith-web-alone' : 'kith-web'}>
        <div className="kith-web-left">
          <Picked web={web} view={view} page="/web" onPick={onPick} />
          {alone ? null : (
            <section aria-labelledby="list">
              <h2 className="govuk-heading-m" id="list">
                List
              </h2>
              <WebList web={web} picked={view.pick} onPick={onPick} />
            </section>
          )}
        </div>
        <section className="kith-web-right" aria-labelledby="picture">
          <h2 className="govuk-heading-m" id="picture">
            Picture
          </h2>
          <p className="govuk-body">
            {alone ? (
              <Link className="govuk-link" href={addressOf('/web', { ...view, sheet: null })}>
                List and picture
              </Link>
            ) : (
              <Link className="govuk-link" href={addressOf('/web', { ...view, sheet: 'picture' })}>
                Picture on a page of its own
              </Link>
            )}
          </p>
          {wide || alone ? <Drawing web={web} view={view} onPick={onPick} /> : null}
        </section>
      </div>
      <GroundsSay grounds={web.grounds} truncated={web.truncated} rows="people" />
    </>
  );
}

export function Drawing({ web, view, onPick }: { web: WebAnswer; view: View; onPick: (pick: View['pick']) => void }) {
  const model = useMemo(() => webFromAnswer(web), [web]);
  const caption = useCallback((scene: Scene) => captionOf(web, model, scene), [web, model]);
  return <Drawn answer={web} web={model} captionOf={caption} instead="The list holds everything" picked={view.pick} onPick={onPick} />;
}

/** Counted anew with every control, so that a what-if shows what it changes. */
function Routes({ view, person }: { view: View; person: string }) {
  const asked = useAnswer('people-of-concern-near', { child: person, ...variablesOf(view) });
  return (
    <section aria-labelledby="routes">
      <h2 className="govuk-heading-m" id="routes">
        Routes to people of concern
      </h2>
      <AskedFor asked={asked} what="for routes to people of concern">
        {({ peopleOfConcernNear: answer }) => {
          const routes = answer.found.reduce((sum, one) => sum + one.routes.length + one.moreRoutes, 0);
          return (
            <>
              <p className="govuk-body">
                {answer.found.length === 0
                  ? 'None is recorded in what was searched. That nothing is recorded does not mean that there is nothing.'
                  : `${count(answer.found.length, 'person of concern', 'people of concern')}, by ${count(routes, 'route')}${view.without.length > 0 ? ', with what you left out left out' : ''}.`}
              </p>
              <FoundList found={answer.found} view={view} />
              <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="people of concern" />
            </>
          );
        }}
      </AskedFor>
    </section>
  );
}
