import { Link } from 'wouter';
import { addressOf, useFragment } from '../address.ts';
import type { Answers, HandOff } from '../answers.gen.ts';
import { sayDay } from '../days.ts';
import type { View } from '../fragment.ts';
import { Details, Table } from '../govuk/text.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { ChosenPeople } from '../panels/chosen-people.tsx';
import { GroundsSay } from '../panels/grounds.tsx';
import { ReviewForm, reviewVariables } from '../panels/review-form.tsx';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { count, listed } from '../words.ts';
import { NoSubject, NotThere } from './no-subject.tsx';

/** What does not agree, what was handed on and not taken up, and who was not told: three questions about the same people. */
export function ReviewPage() {
  const { view } = useFragment();
  return view.people.length === 0 ? <NoSubject /> : <Told view={view} />;
}

function Told({ view }: { view: View }) {
  const variables = reviewVariables(view);
  const contradictions = useAnswer('contradictions', variables);
  const handOffs = useAnswer('lost-hand-offs', variables);
  const coverage = useAnswer('coverage', variables);
  const answer = contradictions.is === 'answered' ? contradictions.answer.contradictions : null;
  if (contradictions.is === 'failed' && contradictions.trouble.code === 'NOT_FOUND') return <NotThere trouble={contradictions.trouble} />;
  return (
    <Page
      title="What does not agree, what was not taken up, and who was not told?"
      heading={answer === null ? 'Review' : `Review: ${listed(answer.people.map(({ name }) => name))}`}
      asAt={answer?.grounds.asAt ?? view.asAt}
      heldOn={answer?.grounds.heldOn}
      wide
    >
      <ReviewForm page="/review" view={view} grounds={answer?.grounds ?? null} />
      {answer === null ? null : <ChosenPeople page="/review" view={view} people={answer.people} />}
      <p className="govuk-body">
        <Link className="govuk-link" href={addressOf('/chronology', view)}>
          Chronology
        </Link>
      </p>
      <section aria-labelledby="contradictions">
        <h2 className="govuk-heading-m" id="contradictions">
          1. Words that do not agree
        </h2>
        <AskedFor asked={contradictions} what="what does not agree">
          {({ contradictions: one }) => <Contradictions answer={one} />}
        </AskedFor>
      </section>
      <section aria-labelledby="hand-offs">
        <h2 className="govuk-heading-m" id="hand-offs">
          2. Handed on, and nothing recorded after
        </h2>
        <AskedFor asked={handOffs} what="what was handed on and not taken up">
          {({ lostHandOffs: one }) => <HandOffs answer={one} />}
        </AskedFor>
      </section>
      <section aria-labelledby="coverage">
        <h2 className="govuk-heading-m" id="coverage">
          3. Meetings and decisions, and who was not told
        </h2>
        <AskedFor asked={coverage} what="who was not told">
          {({ coverage: one }) => <Coverage answer={one} />}
        </AskedFor>
      </section>
    </Page>
  );
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  'so and not so': 'One says so, another that it is not so',
  days: 'The days do not agree',
  form: 'They do not agree on what it was',
  fact: 'They do not agree on a fact',
  'two homes': 'Two homes at one time',
  'own word': 'One source against its own word',
};

function Contradictions({ answer }: { answer: Answers['contradictions']['contradictions'] }) {
  return (
    <>
      {answer.contradictions.length === 0 ? (
        <p className="govuk-body">None is held in what was searched. That does not mean that all of it is so.</p>
      ) : (
        <Table
          caption="Words that do not agree"
          hideCaption
          heads={['What', 'About', 'Who said what', 'First held', 'Held whole by']}
          rows={answer.contradictions.map((one) => ({
            key: one.id,
            cells: [
              KIND_WORDS[one.kind] ?? one.kind,
              listed(one.about.map(({ name }) => name)),
              <ul className="govuk-list kith-said" key="words">
                {one.words.map(({ statement, standing, repeatedBy }) => (
                  <li key={statement.id}>
                    {statement.recorded.says}: {statement.says}
                    {standing ? '' : ' Withdrawn since.'} {statement.ref === null ? '' : `(${statement.ref})`}
                    {repeatedBy.length === 0
                      ? null
                      : ` Only said again, and not counted: ${listed(repeatedBy.map(({ agency, recorded }) => `${agency.name}, ${recorded.says}`))}.`}
                  </li>
                ))}
              </ul>,
              sayDay(one.heldFrom),
              one.heldByOne.length === 0 ? 'no one agency' : listed(one.heldByOne.map(({ name }) => name)),
            ],
          }))}
        />
      )}
      <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="contradictions" />
    </>
  );
}

const HAND_OFF_WORDS: Readonly<Record<string, string>> = {
  'no receipt': 'Sent, no receipt recorded',
  refused: 'Not passed on',
  'no answer': 'Asked, no answer recorded',
  'not checked': 'Not checked',
  'nothing after': 'Decided, nothing recorded after',
};

function HandOffs({ answer }: { answer: Answers['lost-hand-offs']['lostHandOffs'] }) {
  return (
    <>
      {answer.lost.length === 0 ? (
        <p className="govuk-body">None is recorded in what was searched. What was never written down cannot be found here.</p>
      ) : (
        <HandOffTable caption="Handed on, and nothing recorded after" handOffs={answer.lost} />
      )}
      {answer.settled.length === 0 ? null : (
        <Details summary={`${count(answer.settled.length, 'hand-off')} with something recorded after, and how many days later`}>
          <HandOffTable caption="Handed on, and what is recorded after" handOffs={answer.settled} />
        </Details>
      )}
      <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="hand-offs" />
    </>
  );
}

function HandOffTable({ caption, handOffs }: { caption: string; handOffs: readonly HandOff[] }) {
  return (
    <Table
      caption={caption}
      hideCaption
      heads={['When', 'What', 'From', 'To', 'Entry', 'Days', 'After it']}
      rows={handOffs.map((one) => ({
        key: one.id,
        cells: [
          one.on.says,
          HAND_OFF_WORDS[one.kind] ?? one.kind,
          one.from.name,
          one.to.length === 0 ? '–' : listed(one.to.map(({ name }) => name)),
          <>
            {one.what}{' '}
            {[one.done === null ? null : `${capital(one.done)}.`, one.ref === null ? null : `(${one.ref})`]
              .filter((part) => part !== null)
              .join(' ')}
          </>,
          one.days.toLocaleString('en-GB'),
          one.settledOn === null ? 'nothing recorded' : `${sayDay(one.settledOn)}: ${one.settledBy ?? 'held there'}`,
        ],
      }))}
    />
  );
}

function Coverage({ answer }: { answer: Answers['coverage']['coverage'] }) {
  return (
    <>
      {answer.covered.length === 0 ? (
        <p className="govuk-body">No meeting, referral or decision is recorded in what was searched.</p>
      ) : (
        answer.covered.map((act, i) => (
          <section key={act.id} aria-labelledby={`act-${act.id}`} className="kith-covered">
            <h3 className="govuk-heading-s" id={`act-${act.id}`}>
              {i + 1}. {act.on.says}: {act.what}
            </h3>
            <p className="govuk-body">
              {[act.done === null ? null : `${capital(act.done)}.`, act.ref === null ? null : `(${act.ref})`]
                .filter((part) => part !== null)
                .join(' ')}
            </p>
            <Table
              caption={`Who was part of ${i + 1}, ${act.on.says}`}
              hideCaption
              heads={['Agency', 'Worked then with', 'Part', 'When told', 'Held by the other and not by it']}
              rows={act.agencies.map((one) => ({
                key: one.agency.id,
                cells: [
                  one.agency.name,
                  one.with.length === 0 ? 'nobody of those chosen' : listed(one.with.map(({ name }) => name)),
                  PART_WORDS[one.part] ?? one.part,
                  one.on?.says ?? '–',
                  one.notPassedOn.length === 0 ? (
                    '–'
                  ) : (
                    <Details key="left" summary={count(one.notPassedOn.length, 'order, plan or fact', 'orders, plans or facts')}>
                      <ul className="govuk-list govuk-list--bullet">
                        {one.notPassedOn.map((text, at) => (
                          <li key={at}>{text}</li>
                        ))}
                      </ul>
                    </Details>
                  ),
                ],
              }))}
            />
          </section>
        ))
      )}
      <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="meetings and decisions" />
    </>
  );
}

const PART_WORDS: Readonly<Record<string, string>> = {
  'held it': 'it was theirs',
  asked: 'asked, or brought it',
  told: 'told',
  'not known whether told': 'whether it was told is not known',
  'not told': 'no record that it was there or was told',
};

/** What was done, as a sentence of its own after another. */
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}`;
