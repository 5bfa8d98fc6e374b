import { Link } from 'wouter';
import { addressOf } from '../address.ts';
import type { Trouble } from '../ask.ts';
import { TroubleSays } from '../panels/asked.tsx';
import { Page } from '../shell.tsx';

/** The address names nobody: it was cut short, or typed. */
export function NoSubject() {
  return (
    <Page title="Who is this about?" heading="Who is this about?">
      <p className="govuk-body">This address does not say who it is about. A link may have been cut short.</p>
      <p className="govuk-body">
        <Link className="govuk-link" href={addressOf('/', {})}>
          Search for a person
        </Link>
      </p>
    </Page>
  );
}

/** Not recorded, or not to be seen: one page and the same words for both. */
export function NotThere({ trouble }: { trouble: Trouble }) {
  return (
    <Page title="Who is this about? No record can be shown" heading="Who is this about?">
      <TroubleSays trouble={trouble} what="who this is about" askAgain={() => {}} />
    </Page>
  );
}

export function NoPage() {
  return (
    <Page title="What are you looking for? There is no page here" heading="There is no page here">
      <p className="govuk-body">
        Check the address, or{' '}
        <Link className="govuk-link" href={addressOf('/', {})}>
          search for a person
        </Link>
        .
      </p>
    </Page>
  );
}
