import type { WhoHoldsWhatAnswer } from '../answers.gen.ts';
import { Details, Table, Tag } from '../govuk/text.tsx';
import { count, HOLDING_WORDS, listed } from '../words.ts';
import { GroundsSay } from './grounds.tsx';

type Answer = WhoHoldsWhatAnswer['whoHoldsWhat'];

const COLOURS: Readonly<Record<string, 'blue' | 'grey' | 'yellow' | 'purple' | 'orange'>> = {
  recorded: 'blue',
  'none held': 'grey',
  'not checked': 'yellow',
  'not permitted': 'purple',
  'could not be reached': 'orange',
};

export function HoldingTag({ answer }: { answer: string }) {
  return <Tag colour={COLOURS[answer] ?? 'grey'}>{HOLDING_WORDS[answer]?.words ?? answer}</Tag>;
}

/** The five kinds of answer, who is involved now, and whom to ask. */
export function Holdings({ answer }: { answer: Answer }) {
  const { agencies, grounds, truncated } = answer;
  const isQuiet = (one: Answer['agencies'][number]) =>
    one.answer === 'none held' && one.involvement.length === 0 && one.lastContact === null;
  const told = agencies.filter((one) => !isQuiet(one));
  const quiet = agencies.filter(isQuiet);
  const toAsk = agencies.filter((one) => one.answer !== 'recorded' && one.answer !== 'none held');
  return (
    <>
      {agencies.length === 0 ? (
        <p className="govuk-body">No agency is known here.</p>
      ) : told.length === 0 ? null : (
        <Table
          caption="What each agency holds"
          hideCaption
          heads={['Agency', 'Holds', 'Involved', 'Last contact']}
          rows={told.map((one) => ({
            key: one.agency.id,
            cells: [
              <>
                {one.agency.name}
                {one.agency.area === null ? null : <span className="govuk-body-s kith-block">{one.agency.area}</span>}
              </>,
              <>
                <HoldingTag answer={one.answer} />
                {one.statements === null ? null : <span className="govuk-body-s kith-block">{count(one.statements, 'statement')}</span>}
                <span className="govuk-body-s kith-block">{one.says}</span>
              </>,
              one.involvement.length === 0 ? (
                one.noLongerInvolved ? (
                  'no longer'
                ) : (
                  'no involvement recorded'
                )
              ) : (
                <>
                  {one.involvement.map((pill, at) => (
                    <span className="kith-block" key={at}>
                      {pill.involved ? <strong>now: </strong> : 'no longer: '}
                      {pill.says}
                    </span>
                  ))}
                </>
              ),
              one.lastContact === null ? (
                'none recorded'
              ) : (
                <>
                  {one.lastContact.on.says}: {one.lastContact.kind}
                  {one.lastContact.outcome === null ? '' : `, ${one.lastContact.outcome}`}
                </>
              ),
            ],
          }))}
        />
      )}
      {quiet.length > 0 ? (
        <Details summary={`None held: ${count(quiet.length, 'agency', 'agencies')}`}>
          <p className="govuk-body-s">Searched in what is loaded here, and nothing found on {answer.person.name}:</p>
          <ul className="govuk-list govuk-list--bullet kith-columns">
            {quiet.map((one) => (
              <li key={one.agency.id} className="govuk-body-s kith-tight">
                {one.agency.name}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      {toAsk.length > 0 ? (
        <p className="govuk-body">
          <strong>Whom to ask:</strong> {listed(toAsk.map((one) => one.agency.name))}. Nothing here says what they hold.
        </p>
      ) : null}
      <Details summary="What these words mean">
        <dl className="govuk-list">
          {Object.values(HOLDING_WORDS).map(({ words, means }) => (
            <div key={words}>
              <dt>
                <strong>{words}</strong>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
        <p className="govuk-body-s">None of these means that there is nothing to know.</p>
      </Details>
      <GroundsSay grounds={grounds} truncated={truncated} rows="agencies" />
    </>
  );
}
