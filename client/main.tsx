import './style.scss';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Route, Switch } from 'wouter';
import { Child } from './pages/child.tsx';
import { NoPage } from './pages/no-subject.tsx';
import { Purpose } from './pages/purpose.tsx';
import { Search } from './pages/search.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { TroubleSays } from './panels/asked.tsx';
import { SessionProvider, useSession } from './session.tsx';
import { Page } from './shell.tsx';

// What draws pictures is loaded with the first page that has one; what few may open, with that.
const WebPage = lazy(() => import('./pages/web.tsx').then(({ WebPage: page }) => ({ default: page })));
const FirstHeldPage = lazy(() => import('./pages/first-held.tsx').then(({ FirstHeldPage: page }) => ({ default: page })));
const CompareDaysPage = lazy(() => import('./pages/compare-days.tsx').then(({ CompareDaysPage: page }) => ({ default: page })));
const RestsOnPage = lazy(() => import('./pages/rests-on.tsx').then(({ RestsOnPage: page }) => ({ default: page })));
const PersonPage = lazy(() => import('./pages/person.tsx').then(({ PersonPage: page }) => ({ default: page })));
const CountySweepPage = lazy(() => import('./pages/county-sweep.tsx').then(({ CountySweepPage: page }) => ({ default: page })));
const ChronologyPage = lazy(() => import('./pages/chronology.tsx').then(({ ChronologyPage: page }) => ({ default: page })));
const ReviewPage = lazy(() => import('./pages/review.tsx').then(({ ReviewPage: page }) => ({ default: page })));
const Oversight = lazy(() => import('./pages/oversight.tsx').then(({ Oversight: page }) => ({ default: page })));

/** Who is signed in and why they look come first; the address is kept for when both are known. */
function Kith() {
  const { session, trouble, refresh } = useSession();
  if (trouble)
    return (
      <Page title="Why is there no answer?" heading="Kith cannot be used now">
        <TroubleSays trouble={trouble} what="who is signed in" askAgain={() => void refresh()} />
      </Page>
    );
  if (session === null)
    return (
      <Page title="Who is signed in?" heading="Kith">
        <p className="govuk-body" role="status">
          Asking who is signed in …
        </p>
      </Page>
    );
  if (!session.signedIn) return <SignIn />;
  if (!session.purpose) return <Purpose />;
  return (
    <Suspense
      fallback={
        <p className="govuk-body" role="status">
          Opening the page …
        </p>
      }
    >
      <Switch>
        <Route path="/">
          <Search />
        </Route>
        <Route path="/child">
          <Child />
        </Route>
        <Route path="/web">
          <WebPage />
        </Route>
        <Route path="/person">
          <PersonPage />
        </Route>
        <Route path="/chronology">
          <ChronologyPage />
        </Route>
        <Route path="/first-held">
          <FirstHeldPage />
        </Route>
        <Route path="/compare-days">
          <CompareDaysPage />
        </Route>
        <Route path="/rests-on">
          <RestsOnPage />
        </Route>
        <Route path="/review">
          <ReviewPage />
        </Route>
        {session.sweeps === true ? (
          <Route path="/county-sweep">
            <CountySweepPage />
          </Route>
        ) : null}
        {session.looks && session.looks.length > 0 ? (
          <Route path="/oversight">
            <Oversight />
          </Route>
        ) : null}
        <Route>
          <NoPage />
        </Route>
      </Switch>
    </Suspense>
  );
}

createRoot(document.getElementById('kith')!).render(
  <StrictMode>
    <SessionProvider>
      <Kith />
    </SessionProvider>
  </StrictMode>,
);
