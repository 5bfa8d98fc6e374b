import { useState } from 'react';
import { Trouble } from '../ask.ts';
import { Button } from '../govuk/buttons.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { TextField } from '../govuk/fields.tsx';
import { useFormErrors } from '../govuk/form-errors.ts';
import { Inset } from '../govuk/text.tsx';
import { Page } from '../shell.tsx';
import { useSession } from '../session.tsx';

export function SignIn() {
  const { session, signIn, ended } = useSession();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const { errors, errorOf, read, show } = useFormErrors();
  const [busy, setBusy] = useState(false);

  async function submit() {
    const typed = read(({ wrong }) => {
      if (user.trim() === '') wrong('user', 'Enter your user name');
      if (password === '') wrong('password', 'Enter your password');
      return user.trim();
    });
    if (typed === undefined) return;
    setBusy(true);
    try {
      await signIn(typed, password);
    } catch (error) {
      show('user', signInSays(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page title="Who are you? Sign in" heading="Sign in">
      {ended ? (
        <Inset>
          <p className="govuk-body">
            You were signed out because Kith was not used for a while, or because your session reached its end. Sign in to go on where you
            were.
          </p>
        </Inset>
      ) : null}
      <form
        noValidate
        aria-label="Sign in"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary errors={errors} />
        <TextField id="user" label="User name" width={20} autoComplete="username" value={user} onChange={setUser} error={errorOf('user')} />
        <TextField
          id="password"
          label="Password"
          type="password"
          width={20}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={errorOf('password')}
        />
        <Button type="submit" disabled={busy}>
          {busy ? 'Signing in …' : 'Sign in'}
        </Button>
      </form>
      {session?.identityProvider ? (
        <p className="govuk-body">
          <a className="govuk-link" href="/session/provider">
            Sign in with your organisation’s account
          </a>
        </p>
      ) : null}
      {session?.demonstration ? (
        <section aria-labelledby="demonstration">
          <h2 className="govuk-heading-m" id="demonstration">
            Demonstration accounts
          </h2>
          <p className="govuk-body">
            This Kith holds demonstration cases and nothing else: five published reviews and an invented family. These accounts exist only
            for as long as that is so.
          </p>
          <ul className="govuk-list kith-accounts">
            {session.demonstration.map((account) => (
              <li key={account.user}>
                <p className="govuk-body kith-tight">
                  <strong>{account.name}</strong>, {account.role}. User name <kbd>{account.user}</kbd>. {account.says}
                </p>
                <Button
                  kind="secondary"
                  onClick={() => {
                    setUser(account.user);
                    setPassword('');
                    document.getElementById('password')?.focus();
                  }}
                >
                  Use {account.user}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}

function signInSays(error: unknown): string {
  if (!(error instanceof Trouble)) return 'Something went wrong in the page. Try again.';
  if (error.code === 'NOT_SIGNED_IN' || error.code === 'BAD_INPUT') return error.message;
  if (error.code === 'TOO_OFTEN') return 'Too many tries. Wait a minute, then try again.';
  return error.code === 'UNREACHABLE' ? 'Kith cannot be reached. Check your connection and try again.' : error.message;
}
