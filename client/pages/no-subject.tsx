import { addressOf } from '../address.ts';
import { Page } from '../shell.tsx';

/** The address names nobody: it was cut short, or typed. */
export function NoSubject() {
  return (
    <Page title="Who is this about?" heading="Who is this about?">
      <p className="govuk-body">This address does not say who it is about. A link may have been cut short.</p>
      <p className="govuk-body"><a className="govuk-link" href={addressOf('/', {})}>Search for a person</a></p>
    </Page>
  );
}

export function NoPage() {
  return (
    <Page title="What are you looking for? There is no page here" heading="There is no page here">
      <p className="govuk-body">Check the address, or <a className="govuk-link" href={addressOf('/', {})}>search for a person</a>.</p>
    </Page>
  );
}
