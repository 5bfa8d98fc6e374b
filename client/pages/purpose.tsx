import { Trouble } from '../ask.ts';
import { Button } from '../govuk/buttons.tsx';
import { Choices } from '../govuk/choices.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { TextField } from '../govuk/fields.tsx';
import { useFormErrors } from '../govuk/form-errors.ts';
import { useKept } from '../kept.ts';
import { Page } from '../shell.tsx';
import { useSession } from '../session.tsx';

/** Every session states why it looks, before its first question. */
export function Purpose() {
  const { session, state } = useSession();
  const [kind, setKind] = useKept<readonly string[]>('purpose', () => []);
  const [reference, setReference] = useKept('reference', () => '');
  const { errors, errorOf, read, show } = useFormErrors();
  const purposes = session?.purposes ?? [];
  const chosen = purposes.find((one) => one.kind === kind[0]);

  async function submit() {
    const stated = read(({ wrong }) => {
      if (!chosen) wrong('purpose', 'Choose why you are looking');
      if (chosen?.needsReference && reference.trim() === '') wrong('reference', 'Enter the reference of the contact, review or authority');
      return chosen?.kind;
    });
    if (stated === undefined) return;
    try {
      await state(stated, reference.trim() === '' ? undefined : reference.trim());
    } catch (error) {
      const id = error instanceof Trouble && error.argument === 'reference' ? 'reference' : 'purpose';
      show(id, error instanceof Error ? error.message : 'Try again');
    }
  }

  return (
    <Page title="Why are you looking?" heading="Why are you looking?">
      <p className="govuk-body">Every look at a record is kept, with who looked and why, before anything is shown.</p>
      <form
        noValidate
        aria-label="Purpose"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary errors={errors} />
        <Choices
          type="radios"
          id="purpose"
          label="Purpose"
          value={kind}
          onChange={setKind}
          error={errorOf('purpose')}
          options={purposes.map((one) => ({ value: one.kind, words: one.words }))}
        />
        {chosen?.needsReference === false ? null : (
          <TextField
            id="reference"
            label="Reference"
            hint="Of the contact, review or authority, such as 2026/0141. Not a name."
            width={20}
            value={reference}
            onChange={setReference}
            error={errorOf('reference')}
          />
        )}
        <Button type="submit">Continue</Button>
      </form>
    </Page>
  );
}
