import type { ReactNode } from 'react';
import { useFragment } from '../address.ts';
import type { CompareDaysAnswer } from '../answers.gen.ts';
import type { View } from '../fragment.ts';
import { Inset, Table } from '../govuk/text.tsx';
import { Arrivals } from '../panels/arrivals.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { BeforeForm, isCompared } from '../panels/before-form.tsx';
import { GroundsSay } from '../panels/grounds.tsx';
import { BothStatesPicture, useBothWebs } from '../panels/both-states.tsx';
import { EVERYBODY, QuestionForm, variablesOf } from '../panels/question-form.tsx';
import { ReviewLinks } from '../panels/review-links.tsx';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { useMedia } from '../use-media.ts';
import { NoSubject, NotThere } from './no-subject.tsx';

type Answer = CompareDaysAnswer['compareDays'];
type Change = Answer['changes'][number];

/** Two settings side by side, as lists and as one picture: what the second has and the first has not, and what did it. */
export function CompareDaysPage() {
  const { view } = useFragment();
  return view.of === null ? <NoSubject /> : <Compare view={view} child={view.of} />;
}

function Compare({ view, child }: { view: View; child: string }) {
  const { beforeAsAt, beforeHeldOn, beforeHeldBy } = view;
  const variables = { child, beforeAsAt, beforeHeldOn, beforeHeldBy, ...variablesOf(view), first: EVERYBODY };
  const asked = useAnswer('compare-days', isCompared(view) ? variables : null);
  const wide = useMedia('(min-width: 40.0625em)');
  const shown = isCompared(view) && (wide || view.sheet === 'picture');
  const webs = useBothWebs(view, child, shown);
  const answer = asked.is === 'answered' ? asked.answer.compareDays : null;
  if (asked.is === 'failed' && asked.trouble.code === 'NOT_FOUND') return <NotThere trouble={asked.trouble} />;
  return (
    <Page
      title="What changed between two days?"
      heading={answer === null ? 'Compare two days' : `Compare two days: ${answer.child.name}`}
      about={answer?.child}
      asAt={answer?.grounds.asAt ?? view.asAt}
      heldOn={answer?.grounds.heldOn}
      wide
    >
      <ReviewLinks view={view} child={child} here="/compare-days" />
      <BeforeForm view={view} agencies={answer === null ? [] : [...answer.grounds.heldBy, ...answer.grounds.notAsked]} />
      <h2 className="govuk-heading-m">Second setting</h2>
      <QuestionForm page="/compare-days" view={view} grounds={answer?.grounds ?? null} />
      {isCompared(view) ? (
        <AskedFor asked={asked} what="what changed">
          {({ compareDays }) => (
            <Answered answer={compareDays} alone={view.sheet === 'picture'}>
              <BothStatesPicture view={view} answer={compareDays} asked={webs} shown={shown} />
            </Answered>
          )}
        </AskedFor>
      ) : (
        <p className="govuk-body">Enter a day or choose agencies for the first setting.</p>
      )}
    </Page>
  );
}

const WHATS = [
  ['ROUTE', 'Routes to persons of concern'],
  ['CONCERN', 'Facts of concern'],
  ['TIE', 'Ties'],
  ['HOME', 'Stays in homes'],
] as const;
const HOWS = { GAINED: 'Gained', LOST: 'Lost', CHANGED: 'Changed' } as const;

function Answered({ answer, alone, children }: { answer: Answer; alone: boolean; children: ReactNode }) {
  return (
    <>
      <Inset>
        <p className="govuk-body" role="status">
          {answer.says}
        </p>
      </Inset>
      {children}
      {alone ? null : <Lists answer={answer} />}
      <h2 className="govuk-heading-m">How the two were asked</h2>
      <h3 className="govuk-heading-s">First setting</h3>
      <GroundsSay grounds={answer.before} truncated={false} />
      <h3 className="govuk-heading-s">Second setting</h3>
      <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="differences" />
    </>
  );
}

function Lists({ answer }: { answer: Answer }) {
  return (
    <>
      {WHATS.map(([what, heading]) => {
        const changes = answer.changes.filter((change) => change.what === what);
        return (
          <section key={what} aria-labelledby={what}>
            <h2 className="govuk-heading-m" id={what}>
              {heading}
            </h2>
            {changes.length === 0 ? <p className="govuk-body">No difference.</p> : <Changes caption={heading} changes={changes} />}
          </section>
        );
      })}
    </>
  );
}

function Changes({ caption, changes }: { caption: string; changes: readonly Change[] }) {
  return (
    <Table
      caption={caption}
      hideCaption
      heads={['What', 'In the first setting', 'In the second setting', 'What did it']}
      rows={changes.map((change) => ({
        key: `${change.how} ${change.id}`,
        cells: [
          HOWS[change.how],
          change.before ?? 'not there',
          change.after ?? 'not there',
          <div key="why">
            {change.because.length === 0 ? change.why : null}
            <Arrivals arrivals={change.because} summary="Came to be held" />
          </div>,
        ],
      }))}
    />
  );
}
