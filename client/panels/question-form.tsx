/** The controls of a question. Nothing is filtered in the page: each control asks the server again. */
import { go } from '../address.ts';
import type { PagePath } from '../address.ts';
import type { Agency, Grounds } from '../answers.gen.ts';
import { dayOf, partsOf } from '../days.ts';
import { TIE_KINDS } from '../../server/ledger/versions.ts';
import { STANDINGS } from '../fragment.ts';
import type { View } from '../fragment.ts';
import { Button, LinkButton } from '../govuk/buttons.tsx';
import { Choices } from '../govuk/choices.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { DayField } from '../govuk/fields.tsx';
import { useFormErrors } from '../govuk/form-errors.ts';
import { Details } from '../govuk/text.tsx';
import { useKept } from '../kept.ts';
import { STANDING_WORDS, TIE_WORDS } from '../words.ts';
import { ChangeSteps, DaySteps } from './day-steps.tsx';

/** What the server is asked with; a null is left to the question's own default. */
export function variablesOf(view: View): Record<string, unknown> {
  const { asAt, since, heldOn, heldBy, within, ties, standings, without } = view;
  return { asAt, since, heldOn, heldBy, within, ties, standings, without: without.length > 0 ? without : null };
}

/** As many people as an answer holds: the picture and the list are of everybody, or say that they are not. */
export const EVERYBODY = 500;

/** `grounds`: how the question now on the page was answered; null while it is being asked. */
export function QuestionForm({
  page,
  view,
  grounds,
  contact = false,
}: {
  page: PagePath;
  view: View;
  grounds: Grounds | null;
  /** On the page of somebody's contacts, since when is what is asked first. */
  contact?: boolean;
}) {
  // Typed values live until the view itself changes (Back, a link, an answer to another question).
  const key = JSON.stringify({ ...view, pick: null });
  return <Form key={key} name={`${page} ${key}`} page={page} view={view} grounds={grounds} contact={contact} />;
}

interface FormProps {
  name: string;
  page: PagePath;
  view: View;
  grounds: Grounds | null;
  contact: boolean;
}

function Form({ name, page, view, grounds, contact }: FormProps) {
  const [asAt, setAsAt] = useKept(`${name} as-at`, () => partsOf(view.asAt));
  const [heldOn, setHeldOn] = useKept(`${name} held-on`, () => partsOf(view.heldOn));
  const [since, setSince] = useKept(`${name} since`, () => partsOf(view.since));
  const [within, setWithin] = useKept<readonly string[]>(`${name} within`, () => [String(view.within ?? 2)]);
  const [heldBy, setHeldBy] = useKept<readonly string[] | null>(`${name} held-by`, () => view.heldBy);
  const [ties, setTies] = useKept<readonly string[]>(`${name} ties`, () => view.ties ?? TIE_KINDS);
  const [standings, setStandings] = useKept<readonly string[]>(`${name} standings`, () => view.standings ?? STANDINGS.slice(0, 3));
  const { errors, errorOf, read } = useFormErrors();
  const agencies = agenciesOf(grounds);
  const chosenAgencies = heldBy ?? grounds?.heldBy.map((agency) => agency.id) ?? [];

  function submit() {
    const days = read(({ wrong, valueOf }) => {
      const said = {
        asAt: valueOf('as-at', () => dayOf(asAt, 'As at')),
        heldOn: valueOf('held-on', () => dayOf(heldOn, 'Held by the end of')),
        since: valueOf('since', () => dayOf(since, 'Ties since')),
      };
      if (said.since !== null && said.asAt !== null && said.since > said.asAt)
        wrong('since', 'Ties since must not be after the day asked about');
      if (heldBy !== null && chosenAgencies.length === 0) wrong('held-by', 'Choose at least one agency');
      if (ties.length === 0) wrong('ties', 'Choose at least one kind of tie');
      if (standings.length === 0) wrong('standings', 'Choose at least one');
      return said;
    });
    if (days === undefined) return;
    go(page, {
      ...view,
      ...days,
      pick: null,
      skip: null,
      within: Number(within[0]) === 2 ? null : (Number(within[0]) as 1 | 3 | 4),
      heldBy: heldBy === null || agencies.every((agency) => chosenAgencies.includes(agency.id)) ? null : chosenAgencies,
      ties: ties.length === TIE_KINDS.length ? null : TIE_KINDS.filter((kind) => ties.includes(kind)),
      standings: same(standings, STANDINGS.slice(0, 3)) ? null : STANDINGS.filter((one) => standings.includes(one)),
    });
  }

  const sinceField = (
    <DayField
      id="since"
      label={contact ? 'Contact since' : 'Ties in force at some time since'}
      hint={contact ? 'empty: of any time' : 'empty: ties of any time, ended ones marked'}
      error={errorOf('since')}
      value={since}
      onChange={setSince}
    />
  );
  const shown = view.asAt ?? grounds?.asAt ?? null;
  return (
    <form
      className="kith-question"
      aria-label="Change the question"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} />
      <div className="kith-question-row">
        <DayField id="as-at" label="As at" hint="empty: today" error={errorOf('as-at')} value={asAt} onChange={setAsAt} />
        <DayField
          id="held-on"
          label="Held by the end of"
          hint="empty: today"
          error={errorOf('held-on')}
          value={heldOn}
          onChange={setHeldOn}
        />
        {contact ? sinceField : null}
        <Choices
          type="radios"
          small
          id="within"
          label="Steps"
          value={within}
          onChange={setWithin}
          options={['1', '2', '3', '4'].map((n) => ({ value: n, words: n }))}
        />
        <div className="kith-question-go">
          <Button type="submit">Ask again</Button>
          {shown === null ? null : view.of !== null && page !== '/child' ? (
            <ChangeSteps page={page} view={view} shown={shown} person={view.of} variables={variablesOf(view)} />
          ) : (
            <DaySteps page={page} view={view} shown={shown} />
          )}
        </div>
      </div>
      <Details
        summary="Agencies, kinds of tie and how well founded"
        open={errors.some((one) => ['held-by', 'ties', 'standings', 'since'].includes(one.id))}
      >
        {agencies.length > 0 ? (
          <AgencyChoices agencies={agencies} chosen={chosenAgencies} onChange={setHeldBy} error={errorOf('held-by')} />
        ) : null}
        <div className="kith-question-row">
          <Choices
            type="checkboxes"
            small
            id="ties"
            label="Kinds of tie"
            error={errorOf('ties')}
            value={ties}
            onChange={setTies}
            options={TIE_KINDS.map((kind) => ({ value: kind, words: TIE_WORDS[kind] }))}
          />
          <div>
            <Choices
              type="checkboxes"
              small
              id="standings"
              label="How well founded"
              error={errorOf('standings')}
              value={standings}
              onChange={setStandings}
              options={STANDINGS.map((one) => ({ value: one, words: STANDING_WORDS[one] }))}
            />
            {contact ? null : sinceField}
          </div>
        </div>
      </Details>
    </form>
  );
}

export function AgencyChoices({
  agencies,
  chosen,
  onChange,
  error,
}: {
  agencies: readonly Agency[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}) {
  return (
    <div className="kith-agencies">
      <Choices
        type="checkboxes"
        small
        id="held-by"
        label="Agencies asked"
        error={error}
        value={chosen}
        onChange={onChange}
        options={agencies.map((agency) => ({ value: agency.id, words: agency.name }))}
      />
      <p className="govuk-body-s">
        <LinkButton onClick={() => onChange([])}>Choose no agency</LinkButton>{' '}
        <LinkButton onClick={() => onChange(agencies.map((agency) => agency.id))}>Choose every agency</LinkButton>
      </p>
    </div>
  );
}

export function agenciesOf(grounds: Grounds | null): Agency[] {
  if (grounds === null) return [];
  return [...grounds.heldBy, ...grounds.notAsked].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
