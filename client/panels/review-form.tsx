/** The controls of the reviewer's pages: days and agencies; of a chronology also kinds, whose order, what a lane is. Each asks the server anew. */
import { useState } from 'react';
import { go } from '../address.ts';
import type { Grounds } from '../answers.gen.ts';
import { dayOf, partsOf } from '../days.ts';
import { ENTRY_KINDS, LANES } from '../fragment.ts';
import type { View } from '../fragment.ts';
import { Button } from '../govuk/buttons.tsx';
import { Choices } from '../govuk/choices.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { DayField, SelectField } from '../govuk/fields.tsx';
import { useFormErrors } from '../govuk/form-errors.ts';
import { Details } from '../govuk/text.tsx';
import { ENTRY_WORDS } from '../words.ts';
import { AgencyChoices, agenciesOf } from './question-form.tsx';

/** What the server is asked with, but for what is a chronology's own. */
export function reviewVariables({ people, asAt, since, heldOn, heldBy, without }: View): Record<string, unknown> {
  return { people, asAt, since, heldOn, heldBy, without: without.length > 0 ? without : null };
}

/** What the server is asked with for a chronology. */
export function chronologyVariables(view: View): Record<string, unknown> {
  const { kinds, asHeldBy, skip } = view;
  return { ...reviewVariables(view), kinds, asHeldBy, skip };
}

interface Props {
  page: '/chronology' | '/review';
  view: View;
  grounds: Grounds | null;
}

export function ReviewForm(props: Props) {
  return <Form key={JSON.stringify(props.view)} {...props} />;
}

const LANE_WORDS = { agency: 'agency', household: 'household', person: 'person' };

function Form({ page, view, grounds }: Props) {
  const isChronology = page === '/chronology';
  const [since, setSince] = useState(() => partsOf(view.since));
  const [asAt, setAsAt] = useState(() => partsOf(view.asAt));
  const [heldOn, setHeldOn] = useState(() => partsOf(view.heldOn));
  const [order, setOrder] = useState<readonly string[]>([view.asHeldBy === null ? 'happened' : 'held']);
  const [by, setBy] = useState(view.asHeldBy ?? '');
  const [kinds, setKinds] = useState<readonly string[]>(view.kinds ?? ENTRY_KINDS);
  const [lanes, setLanes] = useState<readonly string[]>([view.lanes ?? 'agency']);
  const [heldBy, setHeldBy] = useState<readonly string[] | null>(view.heldBy);
  const { errors, errorOf, read } = useFormErrors();
  const agencies = agenciesOf(grounds);
  const chosen = heldBy ?? grounds?.heldBy.map((agency) => agency.id) ?? [];

  function submit() {
    const days = read(({ wrong, valueOf }) => {
      const said = {
        since: valueOf('since', () => dayOf(since, 'From')),
        asAt: valueOf('as-at', () => dayOf(asAt, 'To')),
        heldOn: valueOf('held-on', () => dayOf(heldOn, 'Held by the end of')),
      };
      if (said.since !== null && said.asAt !== null && said.since > said.asAt) wrong('since', 'From must not be after To');
      if (kinds.length === 0) wrong('kinds', 'Choose at least one kind of entry');
      if (heldBy !== null && chosen.length === 0) wrong('held-by', 'Choose at least one agency');
      if (order[0] === 'held' && by === '') wrong('as-held-by', 'Choose the agency in whose order the entries shall stand');
      if (order[0] === 'held' && by !== '' && !chosen.includes(by)) wrong('as-held-by', 'Choose one of the agencies asked');
      return said;
    });
    if (days === undefined) return;
    go(page, {
      ...view,
      ...days,
      skip: null,
      asHeldBy: order[0] === 'held' ? by : null,
      kinds: kinds.length === ENTRY_KINDS.length ? null : ENTRY_KINDS.filter((kind) => kinds.includes(kind)),
      lanes: lanes[0] === 'agency' ? null : LANES.find((one) => one === lanes[0])!,
      heldBy: heldBy === null || agencies.every(({ id }) => chosen.includes(id)) ? null : chosen,
    });
  }

  return (
    <form
      className="kith-question"
      aria-label="Change the question"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} />
      <div className="kith-question-row">
        <DayField id="since" label="From" hint="empty: the beginning" error={errorOf('since')} value={since} onChange={setSince} />
        <DayField id="as-at" label="To" hint="empty: today" error={errorOf('as-at')} value={asAt} onChange={setAsAt} />
        <DayField
          id="held-on"
          label="Held by the end of"
          hint="empty: today"
          error={errorOf('held-on')}
          value={heldOn}
          onChange={setHeldOn}
        />
        {isChronology ? (
          <Choices
            type="radios"
            small
            id="order"
            label="Order"
            value={order}
            onChange={setOrder}
            options={[
              { value: 'happened', words: 'As it happened' },
              { value: 'held', words: 'As it came to be held' },
            ]}
          />
        ) : null}
        {order[0] === 'held' ? (
          <SelectField
            id="as-held-by"
            label="Held by"
            error={errorOf('as-held-by')}
            value={by}
            onChange={setBy}
            options={[{ value: '', words: 'Choose an agency' }, ...agencies.map(({ id, name }) => ({ value: id, words: name }))]}
          />
        ) : null}
        <div className="kith-question-go">
          <Button type="submit">Ask again</Button>
        </div>
      </div>
      <Details
        summary={isChronology ? 'Kinds of entry, lanes, agencies' : 'Agencies'}
        open={errors.some(({ id }) => id === 'kinds' || id === 'held-by')}
      >
        {isChronology ? (
          <div className="kith-question-row">
            <Choices
              type="checkboxes"
              small
              id="kinds"
              label="Kinds of entry"
              error={errorOf('kinds')}
              value={kinds}
              onChange={setKinds}
              options={ENTRY_KINDS.map((kind) => ({ value: kind, words: ENTRY_WORDS[kind] }))}
            />
            <Choices
              type="radios"
              small
              id="lanes"
              label="A lane for each"
              value={lanes}
              onChange={setLanes}
              options={LANES.map((one) => ({ value: one, words: LANE_WORDS[one] }))}
            />
          </div>
        ) : null}
        {agencies.length > 0 ? <AgencyChoices agencies={agencies} chosen={chosen} onChange={setHeldBy} error={errorOf('held-by')} /> : null}
      </Details>
    </form>
  );
}
