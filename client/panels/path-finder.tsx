/** Start, end, swap, and the routes as sentences. Either end may be a set of people. */
import { useState } from 'react';
import { go } from '../address.ts';
import type { PagePath } from '../address.ts';
import type { View } from '../fragment.ts';
import { Button } from '../govuk/buttons.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { SelectField } from '../govuk/fields.tsx';
import { useFormErrors } from '../govuk/form-errors.ts';
import { useAnswer } from '../use-answer.ts';
import type { WebAnswer } from '../web/from-answer.ts';
import { count, listed } from '../words.ts';
import { AskedFor } from './asked.tsx';
import { RouteSays } from './found.tsx';
import { GroundsSay } from './grounds.tsx';
import { variablesOf } from './question-form.tsx';

const MOST = 20;

export function PathFinder({ web, view, page }: { web: WebAnswer; view: View; page: PagePath }) {
  return <Ends key={`${view.from.join('\n')}|${view.to.join('\n')}`} web={web} view={view} page={page} />;
}

function Ends({ web, view, page }: { web: WebAnswer; view: View; page: PagePath }) {
  const sets = setsOf(web);
  const choice = (ids: readonly string[]) => sets.find((set) => set.ids.join('\n') === ids.join('\n'))?.value ?? '';
  const [from, setFrom] = useState(view.from.length > 0 ? choice(view.from) : `person ${web.subject.id}`);
  const [to, setTo] = useState(choice(view.to));
  const { errors, errorOf, read } = useFormErrors();
  const idsOf = (value: string) => sets.find((set) => set.value === value)?.ids ?? [];
  const options = [{ value: '', words: 'Choose somebody' }, ...sets.map(({ value, words }) => ({ value, words }))];

  function find(start: string, end: string) {
    const ends = read(({ wrong }) => {
      if (idsOf(start).length === 0) wrong('path-from', 'Choose where the path starts');
      if (idsOf(end).length === 0) wrong('path-to', 'Choose where the path ends');
      else if (start === end) wrong('path-to', 'Choose two different ends');
      return { from: idsOf(start), to: idsOf(end) };
    });
    if (ends !== undefined) go(page, { ...view, ...ends });
  }

  return (
    <>
      <form
        noValidate
        aria-label="Find a path"
        onSubmit={(event) => {
          event.preventDefault();
          find(from, to);
        }}
      >
        <ErrorSummary errors={errors} />
        <div className="kith-question-row">
          <SelectField id="path-from" label="Path from" value={from} onChange={setFrom} options={options} error={errorOf('path-from')} />
          <SelectField id="path-to" label="to" value={to} onChange={setTo} options={options} error={errorOf('path-to')} />
          <div className="kith-question-go">
            <Button type="submit">Find</Button>
            <Button
              kind="secondary"
              onClick={() => {
                setFrom(to);
                setTo(from);
                if (view.from.length > 0) find(to, from);
              }}
            >
              Swap
            </Button>
          </div>
        </div>
      </form>
      {view.from.length > 0 && view.to.length > 0 ? <Paths view={view} /> : null}
    </>
  );
}

function Paths({ view }: { view: View }) {
  const asked = useAnswer('routes-between', { from: view.from, to: view.to, ...variablesOf(view) });
  return (
    <AskedFor asked={asked} what="for paths between them">
      {({ routesBetween: answer }) => (
        <>
          <p className="govuk-body" role="status">
            {answer.routes.length === 0
              ? `No path of at most ${answer.grounds.within ?? 2} steps is recorded between ${listed(answer.from.map((p) => p.name))} and ${listed(answer.to.map((p) => p.name))} in what was searched.`
              : `${count(answer.routes.length, 'path')}, shortest first.`}
          </p>
          {answer.kin.length === 0 ? (
            <p className="govuk-body-s">No family tie between them is recorded at any distance.</p>
          ) : (
            <ul className="govuk-list govuk-list--bullet">
              {answer.kin.map((kin) => (
                <li key={`${kin.from.id} ${kin.to.id}`}>{kin.says}</li>
              ))}
            </ul>
          )}
          <ol className="govuk-list govuk-list--number">
            {answer.routes.map((route) => (
              <li key={route.people.map((person) => person.id).join(' ')}>
                <RouteSays route={route} />
              </li>
            ))}
          </ol>
          <GroundsSay grounds={answer.grounds} truncated={answer.truncated} rows="paths" />
        </>
      )}
    </AskedFor>
  );
}

const isThere = ({ inForce, pattern }: WebAnswer['stays'][number]): boolean => inForce && pattern !== 'visits' && pattern !== 'excluded';

function setsOf(web: WebAnswer): { value: string; words: string; ids: string[] }[] {
  const children = web.people
    .filter(({ person }) => (person.child === true || person.unborn) && person.id !== web.subject.id)
    .map(({ person }) => person.id)
    .slice(0, MOST);
  const concern = web.people
    .filter((row) => row.concerns.length > 0 && row.person.id !== web.subject.id)
    .map(({ person }) => person.id)
    .slice(0, MOST);
  return [
    ...web.people.map(({ person }) => ({ value: `person ${person.id}`, words: `${person.name}, ${person.age}`, ids: [person.id] })),
    ...web.homes.flatMap(({ id, name }) => {
      const there = [...new Set(web.stays.filter((stay) => stay.home === id && isThere(stay)).map((stay) => stay.person))].slice(0, MOST);
      return there.length > 1 ? [{ value: `home ${id}`, words: `Anybody in ${name} (${there.length})`, ids: there }] : [];
    }),
    ...(children.length > 1 ? [{ value: 'children', words: `Any of the ${children.length} children shown here`, ids: children }] : []),
    ...(concern.length > 1 ? [{ value: 'concern', words: `Any of the ${concern.length} people of concern shown here`, ids: concern }] : []),
  ];
}
