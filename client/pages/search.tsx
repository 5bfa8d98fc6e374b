import { useState } from 'react';
import { Link } from 'wouter';
import { addressOf } from '../address.ts';
import type { FindPersonAnswer } from '../answers.gen.ts';
import type { Variables } from '../ask.ts';
import { birthOf, isEmpty } from '../days.ts';
import type { DayParts } from '../days.ts';
import { Button } from '../govuk/buttons.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { DayField, TextField } from '../govuk/fields.tsx';
import { useFormErrors } from '../govuk/form-errors.ts';
import { Inset, Table } from '../govuk/text.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { GroundsSay } from '../panels/grounds.tsx';
import { useSession } from '../session.tsx';
import { Page } from '../shell.tsx';
import { useAnswer } from '../use-answer.ts';
import { count, listed } from '../words.ts';

interface Typed {
  family: string;
  given: string;
  born: DayParts;
  identifier: string;
  postcode: string;
  area: string;
}

// What was typed stays in this page's memory and nowhere else, so that Back finds it and no address or disk holds a name.
let kept: { typed: Typed; asked: Variables | null } = {
  typed: { family: '', given: '', born: { day: '', month: '', year: '' }, identifier: '', postcode: '', area: '' },
  asked: null,
};

/** Submitted, never as one types: each search is a look, and is recorded. */
export function Search() {
  const [typed, setTyped] = useState(kept.typed);
  const [asked, setAsked] = useState(kept.asked);
  const { errors, errorOf, read } = useFormErrors();
  const change = (part: Partial<Typed>) => {
    kept = { ...kept, typed: { ...typed, ...part } };
    setTyped(kept.typed);
  };

  function submit() {
    const words = Object.entries({
      family: typed.family,
      given: typed.given,
      identifier: typed.identifier,
      postcode: typed.postcode,
      area: typed.area,
    })
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== '');
    const variables = read(({ wrong, valueOf }): Variables => {
      const born = valueOf('born', () => birthOf(typed.born));
      if (words.length === 0 && isEmpty(typed.born)) wrong('family', 'Enter a name, a date of birth, a reference, a postcode or an area');
      return { ...Object.fromEntries(words), ...(born === null ? {} : { born }) };
    });
    if (variables === undefined) return;
    kept = { ...kept, asked: variables };
    setAsked(variables);
  }

  return (
    <Page title="Who are you looking for?" heading="Who are you looking for?">
      <form
        noValidate
        role="search"
        aria-label="Search for a person"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary errors={errors} />
        <div className="kith-search">
          <TextField
            id="family"
            label="Family name"
            hint="Or any name, in full or in part"
            value={typed.family}
            onChange={(family) => change({ family })}
            error={errorOf('family')}
            width={20}
          />
          <TextField
            id="given"
            label="Given names"
            hint="A nickname may do"
            value={typed.given}
            onChange={(given) => change({ given })}
            width={20}
          />
          <DayField
            id="born"
            label="Date of birth"
            hint="Or only a month and year, or a year"
            value={typed.born}
            onChange={(born) => change({ born })}
            error={errorOf('born')}
          />
          <TextField
            id="identifier"
            label="Number somebody holds"
            hint="NHS number, pupil number, police reference"
            value={typed.identifier}
            onChange={(identifier) => change({ identifier })}
            width={20}
          />
          <TextField
            id="postcode"
            label="Postcode"
            hint="Of any home held"
            value={typed.postcode}
            onChange={(postcode) => change({ postcode })}
            width={10}
          />
          <TextField
            id="area"
            label="Area"
            hint="Responsible authority of a home"
            value={typed.area}
            onChange={(area) => change({ area })}
            width={20}
          />
        </div>
        <Button type="submit">Search</Button>
      </form>
      {asked === null ? null : <Matches variables={asked} />}
    </Page>
  );
}

function Matches({ variables }: { variables: Variables }) {
  const asked = useAnswer('find-person', variables);
  return (
    <section aria-labelledby="matches">
      <h2 className="govuk-heading-m" id="matches">
        Possible people
      </h2>
      <AskedFor asked={asked} what="who matches">
        {(answer) => <MatchTable found={answer.findPerson} />}
      </AskedFor>
    </section>
  );
}

function MatchTable({ found }: { found: FindPersonAnswer['findPerson'] }) {
  const { matches, grounds, truncated } = found;
  return (
    <>
      <p className="govuk-body" role="status">
        {matches.length === 0
          ? 'Nobody recorded here matches what you entered.'
          : `${count(matches.length, 'possible person', 'possible people')}. Two records are never taken for one person here.`}
      </p>
      {matches.length === 0 ? (
        <Inset>
          <p className="govuk-body">
            That is no proof that nobody holds a record: Kith holds only what has been loaded, and you may not see all of it. Try another
            spelling, another name they use, or only a year of birth.
          </p>
        </Inset>
      ) : (
        <Table
          caption="Possible people"
          hideCaption
          heads={['Name', 'Born', 'Last area', 'Records held by', 'Why matched', 'Open']}
          rows={matches.map(({ person, why, area, holders }) => ({
            key: person.id,
            cells: [
              <>
                <span>{person.name}</span>
                {person.placeholder ? <span className="govuk-body-s kith-block">nobody could say who this is</span> : null}
                {person.names.length > 1 ? (
                  <span className="govuk-body-s kith-block">also {listed(person.names.filter((name) => name !== person.name))}</span>
                ) : null}
              </>,
              person.unborn
                ? `expected ${person.expected?.says ?? 'on a day not recorded'}`
                : `${person.born?.says ?? 'not recorded'} (${person.age})`,
              area ?? 'no address held',
              holders.length === 0 ? 'no agency asked' : listed(holders.map((agency) => agency.name)),
              why.join('; '),
              <Opens key="open" id={person.id} name={person.name} child={person.child} />,
            ],
          }))}
        />
      )}
      <GroundsSay grounds={grounds} truncated={truncated} rows="possible people" />
    </>
  );
}

function Opens({ id, name, child }: { id: string; name: string; child: boolean | null }) {
  const role = useSession().session?.role;
  const hidden = <span className="govuk-visually-hidden"> for {name}</span>;
  return (
    <ul className="govuk-list kith-tight">
      {child === false ? null : (
        <li>
          <Link className="govuk-link" href={addressOf('/child', { of: id })}>
            Network check{hidden}
          </Link>
        </li>
      )}
      <li>
        <Link className="govuk-link" href={addressOf('/web', { of: id })}>
          Web of households{hidden}
        </Link>
      </li>
      {role === 'Reviewer' && child !== false ? (
        <li>
          <Link className="govuk-link" href={addressOf('/first-held', { of: id })}>
            Who first held it{hidden}
          </Link>
        </li>
      ) : null}
      {child === true ? null : (
        <li>
          <Link className="govuk-link" href={addressOf('/person', { of: id })}>
            Households in contact{hidden}
          </Link>
        </li>
      )}
    </ul>
  );
}
