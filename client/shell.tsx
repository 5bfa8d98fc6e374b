/** What every page has: skip link, header, who it is about and as at which day and why, the question as heading, the session's end. */
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { Link } from 'wouter';
import { addressOf, useFragment } from './address.ts';
import { sayDay } from './days.ts';
import { Button, LinkButton } from './govuk/buttons.tsx';
import { Inset } from './govuk/text.tsx';
import { useSession } from './session.tsx';

interface PageProps {
  /** For the browser's tab and history: a question, and never anybody's name. */
  title: string;
  heading: string;
  /** Who it is about; null while not known. */
  about?: { name: string; age?: string } | null | undefined;
  asAt?: string | null | undefined;
  heldOn?: string | null | undefined;
  wide?: boolean;
  children: ReactNode;
}

export function Page({ title, heading, about, asAt, heldOn, wide, children }: PageProps) {
  const { session, changePurpose, signOut } = useSession();
  const path = usePathname();
  const main = useRef<HTMLElement>(null);
  const { view, problems } = useFragment();
  useEffect(() => {
    document.title = `${title} – Kith`;
  }, [title]);
  // Another page, or another person: reading starts at its heading. The first page is left to the browser.
  const arrived = useRef<string | null>(null);
  useEffect(() => {
    const here = `${path} ${view.of} ${title}`;
    if (arrived.current !== null && arrived.current !== here) main.current?.querySelector<HTMLElement>('h1')?.focus();
    arrived.current = here;
  }, [path, view.of, title]);

  const purpose = session?.purpose;
  // While an answer is waited for, and where none came, the address knows the day.
  const held = heldOn ?? view.heldOn;
  return (
    <>
      <a
        href="#main"
        className="govuk-skip-link"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to main content
      </a>
      <header className="kith-header">
        <div className={wide ? 'kith-wide' : 'govuk-width-container'}>
          <Link className="kith-header-name" href="/">
            Kith
          </Link>
          {session?.signedIn ? (
            <nav aria-label="Kith" className="kith-header-links">
              <Link href={addressOf('/', {})} aria-current={path === '/' ? 'page' : undefined}>
                Search
              </Link>
              {session.sweeps === true ? (
                <Link href="/county-sweep" aria-current={path === '/county-sweep' ? 'page' : undefined}>
                  All records
                </Link>
              ) : null}
              {session.looks && session.looks.length > 0 ? (
                <Link href="/oversight" aria-current={path === '/oversight' ? 'page' : undefined}>
                  Oversight
                </Link>
              ) : null}
              <span>
                {session.name}
                {session.role ? `, ${session.role}` : ''}
              </span>
              <LinkButton onClick={() => void signOut()}>Sign out</LinkButton>
            </nav>
          ) : null}
        </div>
      </header>
      {session?.signedIn && purpose ? (
        <div className="moj-identity-bar kith-identity">
          <div className={wide ? 'kith-wide' : 'govuk-width-container'} role="region" aria-label="Who, when and why">
            {about ? (
              <span className="moj-identity-bar__title">
                <strong>{about.name}</strong>
                {about.age ? `, ${about.age}` : ''}
              </span>
            ) : null}
            {asAt ? (
              <span>
                As at <strong>{sayDay(asAt)}</strong>
              </span>
            ) : null}
            {asAt && held ? (
              <span>
                Held by the end of <strong>{sayDay(held)}</strong>
              </span>
            ) : null}
            <span>
              Purpose: <strong>{purposeWords(purpose, session.purposes)}</strong>{' '}
              <LinkButton onClick={changePurpose}>
                Change<span className="govuk-visually-hidden"> purpose</span>
              </LinkButton>
            </span>
          </div>
        </div>
      ) : null}
      <SessionEnd />
      <div className={wide ? 'kith-wide' : 'govuk-width-container'}>
        <main className="govuk-main-wrapper" id="main" tabIndex={-1} ref={main}>
          {problems.length > 0 ? (
            <Inset>
              <p className="govuk-body">
                <strong>Part of this address could not be read.</strong>
              </p>
              <ul className="govuk-list govuk-list--bullet">
                {problems.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
              <p className="govuk-body">
                <Link className="govuk-link" href={addressOf(path as '/', view)}>
                  Use the address without these parts
                </Link>
              </p>
            </Inset>
          ) : null}
          <h1 className="govuk-heading-l" tabIndex={-1}>
            {heading}
          </h1>
          {children}
        </main>
      </div>
      <footer className="kith-footer">
        <div className={wide ? 'kith-wide' : 'govuk-width-container'}>
          <p className="govuk-body-s">What is not recorded here may still be so. Nothing in Kith means that anybody is safe.</p>
        </div>
      </footer>
    </>
  );
}

export function purposeWords(
  purpose: { kind: string; words?: string; reference?: string },
  kinds: readonly { kind: string; words: string }[],
): string {
  const words = purpose.words ?? kinds.find((one) => one.kind === purpose.kind)?.words ?? purpose.kind;
  return purpose.reference ? `${words}, ${purpose.reference}` : words;
}

const WARN_MS = 2 * 60_000;

/** Says that the session is about to end, and lets the reader keep it (WCAG 2.2.1). */
function SessionEnd() {
  const { session, refresh } = useSession();
  const [warned, setWarned] = useState(false);
  useEffect(() => {
    setWarned(false);
    if (!session?.signedIn) return;
    const idleEnd = Date.now() + session.idleMinutes * 60_000;
    const end = session.signsOutAt === undefined ? idleEnd : Math.min(idleEnd, Date.parse(session.signsOutAt));
    const warn = setTimeout(() => setWarned(true), Math.max(0, end - WARN_MS - Date.now()));
    const over = setTimeout(() => void refresh(), Math.max(0, end + 1_000 - Date.now()));
    return () => {
      clearTimeout(warn);
      clearTimeout(over);
    };
  }, [session, refresh]);
  if (!warned) return null;
  return (
    <div className="kith-session-end" role="alertdialog" aria-labelledby="session-end">
      <p className="govuk-body" id="session-end">
        You will be signed out in about two minutes. What you see will be taken off the screen.
      </p>
      <Button onClick={() => void refresh()}>Stay signed in</Button>
    </div>
  );
}
