/** The first of two settings: its day, what was held by then, and by whom; what is left empty is as in the second. */
import { useState } from 'react';
import { go } from '../address.ts';
import type { Agency } from '../answers.gen.ts';
import { dayOf, isEmpty, partsOf } from '../days.ts';
import type { View } from '../fragment.ts';
import { Button, LinkButton } from '../govuk/buttons.tsx';
import { Choices } from '../govuk/choices.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { useFormErrors } from '../govuk/form-errors.ts';
import { DayField } from '../govuk/fields.tsx';
import { Details } from '../govuk/text.tsx';

/** Whether there is a first setting that can differ from the second. */
export const isCompared = ({ beforeAsAt, beforeHeldOn, beforeHeldBy }: View): boolean =>
  beforeAsAt !== null || beforeHeldOn !== null || beforeHeldBy !== null;

export function BeforeForm({ view, agencies }: { view: View; agencies: readonly Agency[] }) {
  return <Form key={JSON.stringify({ ...view, pick: null, sheet: null })} view={view} agencies={agencies} />;
}

function Form({ view, agencies }: { view: View; agencies: readonly Agency[] }) {
  const [asAt, setAsAt] = useState(() => partsOf(view.beforeAsAt));
  const [heldOn, setHeldOn] = useState(() => partsOf(view.beforeHeldOn));
  const [heldBy, setHeldBy] = useState<readonly string[]>(view.beforeHeldBy ?? []);
  const { errors, errorOf, read } = useFormErrors();

  function submit() {
    const first = read(({ wrong, valueOf }) => {
      const beforeAsAt = valueOf('before-as-at', () => dayOf(asAt, 'As at'));
      const beforeHeldOn = valueOf('before-held-on', () => dayOf(heldOn, 'Held by the end of'));
      if (beforeAsAt !== null && view.asAt !== null && beforeAsAt > view.asAt)
        wrong('before-as-at', 'The day of the first setting must not be after the day of the second');
      if (beforeHeldOn !== null && view.heldOn !== null && beforeHeldOn > view.heldOn)
        wrong('before-held-on', 'The first held-by day must not be after the second');
      if ([asAt, heldOn].every(isEmpty) && heldBy.length === 0)
        wrong('before-held-on', 'Enter a day or choose agencies for the first setting');
      return { beforeAsAt, beforeHeldOn, beforeHeldBy: heldBy.length === 0 ? null : heldBy };
    });
    if (first !== undefined) go('/compare-days', { ...view, ...first });
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
