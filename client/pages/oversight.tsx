/** Who looked, what is under seal, and whether the log is whole: for privacy officers, and the seals for custodians. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LookName } from '../ask.ts';
import { Button } from '../govuk/buttons.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { useFormErrors } from '../govuk/form-errors.ts';
import { TextField } from '../govuk/fields.tsx';
import { useKept } from '../kept.ts';
import { AskedFor } from '../panels/asked.tsx';
import { LogRows, Notices } from '../panels/log-rows.tsx';
import { Seals } from '../panels/seals.tsx';
import { useSession } from '../session.tsx';
import { Page } from '../shell.tsx';
import { useLook } from '../use-answer.ts';

type Typed = 'who-saw' | 'what-did';

export function Oversight() {
  const { session } = useSession();
  const may = (look: LookName) => session?.looks?.includes(look) === true;
  return (
    <Page title="Who looked, and what is under seal?" heading="Who looked, and what is under seal?" wide>
      <p className="govuk-body">Each look on this page is kept in the log, with your name and purpose, before it is shown.</p>
      <Section id="seals" title="Seals">
        <Seals />
      </Section>
      <Section id="notices" title="Searches that came upon a seal">
        <p className="govuk-body">Only where the policy of the seal is “hide”. Who searched, and for whom, is not said here.</p>
        <Notices />
      </Section>
      {may('who-saw') ? (
        <Section id="who-saw" title="Who saw a person">
          <LogForm look="who-saw" label="Id of the person" hint="As it stands in the address of their page, such as mia/connor" />
        </Section>
      ) : null}
      {may('what-did') ? (
        <Section id="what-did" title="What a user did">
          <LogForm look="what-did" label="User name" hint="As they sign in" />
        </Section>
      ) : null}
      {may('verify') ? (
        <Section id="verify" title="Is the log whole?">
          <Verify />
        </Section>
      ) : null}
    </Page>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 className="govuk-heading-m" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Submitted, never as one types: each is a look, and is recorded. */
function LogForm({ look, label, hint }: { look: Typed; label: string; hint: string }) {
  const [typed, setTyped] = useKept(`${look} typed`, () => '');
  const [asked, setAsked] = useKept<string | null>(`${look} asked`, () => null);
  const { errors, errorOf, read } = useFormErrors();
  const argument = look === 'who-saw' ? 'person' : 'user';
  return (
    <>
      <form
        noValidate
        aria-label={look === 'who-saw' ? 'Look up a person' : 'Look up a user'}
        onSubmit={(event) => {
          event.preventDefault();
          const text = read(({ wrong }) => {
            if (typed.trim() === '') wrong(argument, `Enter the ${look === 'who-saw' ? 'id of the person' : 'user name'}`);
            return typed.trim();
          });
          if (text !== undefined) setAsked(text);
        }}
      >
        <ErrorSummary errors={errors} />
        <TextField id={argument} label={label} hint={hint} width={20} value={typed} onChange={setTyped} error={errorOf(argument)} />
        <Button type="submit">{look === 'who-saw' ? 'Look up who saw them' : 'Look up what they did'}</Button>
      </form>
      {asked === null ? null : (
        <LogRows look={look} given={{ [argument]: asked }} what={look === 'who-saw' ? 'who saw this person' : 'what this user did'} />
      )}
    </>
  );
}

function Verify() {
  const [wanted, setWanted] = useState(false);
  const asked = useLook('verify', wanted ? {} : null);
  if (!wanted)
    return (
      <Button kind="secondary" onClick={() => setWanted(true)}>
        Check the log
      </Button>
    );
  return (
    <AskedFor asked={asked} what="whether the log is whole">
      {({ says, logs }) => (
        <>
          <p className="govuk-body" role="status">
            <strong>{says}</strong>
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {logs.map((log, at) => (
              <li key={at}>
                {log.says}
                {log.findings.map((finding, of) => (
                  <span className="kith-block" key={of}>
                    {finding}
                  </span>
                ))}
              </li>
            ))}
          </ul>
          <p className="govuk-body">
            A log that was cut back together with its signed notes is only found with a note that was copied elsewhere (
            <kbd>kith audit verify --note</kbd>).
          </p>
          <Button kind="secondary" onClick={() => asked.is === 'answered' && asked.askAgain()}>
            Check again
          </Button>
        </>
      )}
    </AskedFor>
  );
}
