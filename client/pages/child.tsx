import { Link } from 'wouter';
import { addressOf, useFragment } from '../address.ts';
import { sayDay } from '../days.ts';
import type { View } from '../fragment.ts';
import { LinkButton } from '../govuk/buttons.tsx';
import { Inset, Warning } from '../govuk/text.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { Decisions } from '../panels/decisions.tsx';
import { FoundList } from '../panels/found.tsx';
import { GroundsSay, lastRecorded, Withheld } from '../panels/grounds.tsx';
import { Gaps } from '../panels/gaps.tsx';
import { Homes } from '../panels/homes.tsx';
import { Couples, Siblings } from '../panels/family.tsx';
import { RecentContacts } from '../panels/contacts.tsx';
import { Holdings } from '../panels/holdings.tsx';
import { ReviewLinks } from '../panels/review-links.tsx';
import { QuestionForm, variablesOf } from '../panels/question-form.tsx';
import { Sheet } from './sheet.tsx';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { NoSubject, NotThere } from './no-subject.tsx';

/** The network check: what a decision about one child needs, in the order it is needed. Each part is a question of its own. */
export function Child() {
  const { view } = useFragment();
  if (view.of === null) return <NoSubject />;
  return view.sheet === 'decision' || view.sheet === 'file' ? (
    <Sheet view={view} child={view.of} kind={view.sheet} />
  ) : (
    <Check view={view} child={view.of} />
  );
}

function Check({ view, child }: { view: View; child: string }) {
  const variables = variablesOf(view);
  const near = useAnswer('people-of-concern-near', { child, ...variables });
  const contacts = useAnswer('recent-contacts', { child, ...variables });
  const web = useAnswer('web-of-person', { person: child, ...variables, within: 1 });
  const holdings = useAnswer('who-holds-what', { person: child, ...variables });
  const grounds = near.is === 'answered' ? near.answer.peopleOfConcernNear.grounds : null;
  const subject = near.is === 'answered' ? near.answer.peopleOfConcernNear.subject : null;
  const within = view.within ?? 2;

  if (near.is === 'failed' && near.trouble.code === 'NOT_FOUND') return <NotThere trouble={near.trouble} />;
  return (
    <Page
      title="Who is near this child, and who holds what?"
      heading={subject === null ? 'Network check' : `Network check: ${subject.name}`}
      about={subject}
      asAt={grounds?.asAt ?? view.asAt}
      heldOn={grounds?.heldOn}
    >
      <p className="govuk-body">
        <Link className="govuk-link" href={addressOf('/web', { ...view, sheet: null })}>
          Web of households
        </Link>
        {' · '}
        <Link className="govuk-link" href={addressOf('/child', { ...view, sheet: 'decision' })}>
          Print for the decision
        </Link>
        {' · '}
        <Link className="govuk-link" href={addressOf('/child', { ...view, sheet: 'file' })}>
          Print for the child’s file
        </Link>
        {' · '}
        <LinkButton
          onClick={() => {
            const heading = document.getElementById('decisions');
            heading?.focus();
            heading?.scrollIntoView();
          }}
        >
          Decisions
        </LinkButton>
      </p>
      <ReviewLinks view={view} child={child} />
      <QuestionForm page="/child" view={view} grounds={grounds} />
      <OldRecords view={view} last={grounds === null ? null : lastRecorded(grounds)} />
      {view.without.length > 0 ? (
        <Warning>
          This is a what-if: something is left out as if it had never been recorded.{' '}
          <Link href={addressOf('/child', { ...view, without: [] })}>Put everything back</Link>
        </Warning>
      ) : null}

      <section aria-labelledby="concern">
        <h2 className="govuk-heading-m" id="concern">
          1. People of concern within {within} {within === 1 ? 'step' : 'steps'}
        </h2>
        <AskedFor asked={near} what="which people of concern are near this child">
          {({ peopleOfConcernNear: answer }) => (
            <>
              {answer.found.length === 0 ? null : <FoundList found={answer.found} view={view} />}
              <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="people of concern" />
              <h3 className="govuk-heading-s">Said, then taken back or denied</h3>
              {answer.takenBack.length === 0 ? (
                <p className="govuk-body">Nobody is reached only by something said and then taken back or denied.</p>
              ) : (
                <>
                  <p className="govuk-body">
                    Nobody still says these things, or somebody has shown them not to be so. They are kept apart, and not dropped.
                  </p>
                  <FoundList found={answer.takenBack} view={view} level={4} />
                </>
              )}
            </>
          )}
        </AskedFor>
      </section>

      <section aria-labelledby="contacts">
        <h2 className="govuk-heading-m" id="contacts">
          2. Recent contacts in any of the child’s homes
        </h2>
        <AskedFor asked={contacts} what="for contacts about anybody in any of this child’s homes">
          {({ recentContacts }) => <RecentContacts answer={recentContacts} />}
        </AskedFor>
      </section>

      <section aria-labelledby="homes">
        <h2 className="govuk-heading-m" id="homes">
          3. Who lives where, part of the week and other homes
        </h2>
        <AskedFor asked={web} what="who lives with this child">
          {({ webOfPerson }) => (
            <>
              <Homes web={webOfPerson} variables={variables} view={view} />
              <Withheld grounds={webOfPerson.grounds} />
            </>
          )}
        </AskedFor>
      </section>

      <section aria-labelledby="siblings">
        <h2 className="govuk-heading-m" id="siblings">
          4. Brothers and sisters
        </h2>
        <AskedFor asked={web} what="who this child’s brothers and sisters are">
          {({ webOfPerson }) => (
            <>
              <Siblings web={webOfPerson} />
              <Withheld grounds={webOfPerson.grounds} />
            </>
          )}
        </AskedFor>
      </section>

      <section aria-labelledby="partners">
        <h2 className="govuk-heading-m" id="partners">
          5. Partners and former partners
        </h2>
        <AskedFor asked={web} what="for partners of the adults round this child">
          {({ webOfPerson }) => (
            <>
              <Couples web={webOfPerson} />
              <Withheld grounds={webOfPerson.grounds} />
            </>
          )}
        </AskedFor>
      </section>

      <section aria-labelledby="holdings">
        <h2 className="govuk-heading-m" id="holdings">
          6. What each agency holds
        </h2>
        <AskedFor asked={holdings} what="what each agency holds">
          {({ whoHoldsWhat }) => <Holdings answer={whoHoldsWhat} />}
        </AskedFor>
      </section>

      <section aria-labelledby="gaps">
        <h2 className="govuk-heading-m" id="gaps">
          Gaps
        </h2>
        <AskedFor asked={web} what="what is missing">
          {({ webOfPerson }) => <Gaps web={webOfPerson} holdings={holdings.is === 'answered' ? holdings.answer.whoHoldsWhat : null} />}
        </AskedFor>
      </section>

      <section aria-labelledby="decisions">
        <h2 className="govuk-heading-m" id="decisions" tabIndex={-1}>
          Decisions
        </h2>
        <Decisions child={child} name={subject?.name ?? null} />
      </section>
    </Page>
  );
}

/** The day asked about is long after anything recorded: then "today" shows an old state of things. */
export function OldRecords({ view, last, page = '/child' }: { view: View; last: string | null; page?: '/child' | '/web' | '/person' }) {
  if (last === null) return null;
  return (
    <Inset>
      <p className="govuk-body">
        The last thing recorded here is from {sayDay(last)}. What has changed since is not known.{' '}
        <Link className="govuk-link" href={addressOf(page, { ...view, asAt: last })}>
          Show {sayDay(last)} instead
        </Link>
      </p>
    </Inset>
  );
}
