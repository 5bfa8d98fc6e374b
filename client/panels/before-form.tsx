/** The first of two settings: its day, what was held by then, and by whom; what is left empty is as in the second. */
import { useState } from 'react';
import { go } from '../address.ts';
import type { Agency } from '../answers.gen.ts';
import { dayOf, partsOf } from '../days.ts';
import type { DayParts } from '../days.ts';
import type { View } from '../fragment.ts';
import { Button, LinkButton } from '../govuk/buttons.tsx';
import { Choices } from '../govuk/choices.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import type { FormError } from '../govuk/error-summary.tsx';
import { DayField } from '../govuk/fields.tsx';
import { Details } from '../govuk/text.tsx';

/** Whether there is a first setting that can differ from the second. */
export const isCompared = ({ beforeAsAt, beforeHeldOn, beforeHeldBy }: View): boolean =>
  beforeAsAt !== null || beforeHeldOn !== null || beforeHeldBy !== null;

export function BeforeForm({ view, agencies }: { view: View; agencies: readonly Agency[] }) {
  return <Form key={JSON.stringify(view)} view={view} agencies={agencies} />;
}

function Form({ view, agencies }: { view: View; agencies: readonly Agency[] }) {
  const [asAt, setAsAt] = useState(() => partsOf(view.beforeAsAt));
  const [heldOn, setHeldOn] = useState(() => partsOf(view.beforeHeldOn));
  const [heldBy, setHeldBy] = useState<readonly string[]>(view.beforeHeldBy ?? []);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
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
    const next = {
      beforeAsAt: read('before-as-at', asAt, 'As at'),
      beforeHeldOn: read('before-held-on', heldOn, 'Held by the end of'),
      beforeHeldBy: heldBy.length === 0 ? null : heldBy,
    };
    if (next.beforeAsAt !== null && view.asAt !== null && next.beforeAsAt > view.asAt)
      found.push({ id: 'before-as-at', text: 'The day of the first setting must not be after the day of the second' });
    if (next.beforeHeldOn !== null && view.heldOn !== null && next.beforeHeldOn > view.heldOn)
      found.push({ id: 'before-held-on', text: 'The first held-by day must not be after the second' });
    if (found.length === 0 && !isCompared({ ...view, ...next }))
      found.push({ id: 'before-held-on', text: 'Enter a day or choose agencies for the first setting' });
    setErrors(found);
    if (found.length === 0) go('/compare-days', { ...view, ...next });
  }

  return (
    <form
      className="kith-question"
      aria-label="First setting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 className="govuk-heading-m">First setting</h2>
      <ErrorSummary errors={errors} />
      <div className="kith-question-row">
        <DayField
          id="before-as-at"
          label="As at, in the first setting"
          hint="empty: as in the second"
          error={errorOf('before-as-at')}
          value={asAt}
          onChange={setAsAt}
        />
        <DayField
          id="before-held-on"
          label="Held by the end of, in the first setting"
          hint="empty: as in the second"
          error={errorOf('before-held-on')}
          value={heldOn}
          onChange={setHeldOn}
        />
        <div className="kith-question-go">
          <Button type="submit">Compare</Button>
        </div>
      </div>
      {agencies.length === 0 ? null : (
        <Details summary="Agencies of the first setting" open={heldBy.length > 0}>
          <div className="kith-agencies">
            <Choices
              type="checkboxes"
              small
              id="before-held-by"
              label="Agencies asked in the first setting; none chosen: as in the second"
              value={heldBy}
              onChange={setHeldBy}
              options={[...agencies].sort((a, b) => (a.name < b.name ? -1 : 1)).map((agency) => ({ value: agency.id, words: agency.name }))}
            />
            <p className="govuk-body-s">
              <LinkButton onClick={() => setHeldBy([])}>As in the second</LinkButton>
            </p>
          </div>
        </Details>
      )}
    </form>
  );
}
