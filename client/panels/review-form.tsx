/** The controls of the reviewer's pages: days and agencies; of a chronology also kinds, whose order, what a lane is. Each asks the server anew. */
import { useState } from 'react';
import { go } from '../address.ts';
import type { Grounds } from '../answers.gen.ts';
import { dayOf, partsOf } from '../days.ts';
import type { DayParts } from '../days.ts';
import { ENTRY_KINDS, LANES } from '../fragment.ts';
import type { View } from '../fragment.ts';
import { Button } from '../govuk/buttons.tsx';
import { Choices } from '../govuk/choices.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { DayField, SelectField } from '../govuk/fields.tsx';
import type { FormError } from '../govuk/error-summary.tsx';
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
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const agencies = agenciesOf(grounds);
  const chosen = heldBy ?? grounds?.heldBy.map((agency) => agency.id) ?? [];
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.text;

  function submit() {
    const found: FormError[] = [];
    const read = (id: string, parts: DayParts, what: string): string | null => {
      try {
        return dayOf(parts, what);
      } catch (error) {
        found.push({ id, text: (error as Error).message });
        return null;
      }
    };
    const days = {
      since: read('since', since, 'From'),
      asAt: read('as-at', asAt, 'To'),
      heldOn: read('held-on', heldOn, 'Held by the end of'),
    };
    if (days.since !== null && days.asAt !== null && days.since > days.asAt) found.push({ id: 'since', text: 'From must not be after To' });
    if (kinds.length === 0) found.push({ id: 'kinds', text: 'Choose at least one kind of entry' });
    if (heldBy !== null && chosen.length === 0) found.push({ id: 'held-by', text: 'Choose at least one agency' });
    if (order[0] === 'held' && by === '')
      found.push({ id: 'as-held-by', text: 'Choose the agency in whose order the entries shall stand' });
    if (order[0] === 'held' && by !== '' && !chosen.includes(by))
      found.push({ id: 'as-held-by', text: 'Choose one of the agencies asked' });
    setErrors(found);
    if (found.length > 0) return;
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
