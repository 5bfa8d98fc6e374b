import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { addressOf } from '../address.ts';
import type { Found, Grounds } from '../answers.gen.ts';
import { sayDay } from '../days.ts';
import { agencyLines, fileSheet } from '../file-sheet.ts';
import type { View } from '../fragment.ts';
import { gapsOf } from '../gaps.ts';
import { Button } from '../govuk/buttons.tsx';
import { AskedFor } from '../panels/asked.tsx';
import { variablesOf } from '../panels/question-form.tsx';
import { Page, purposeWords } from '../shell.tsx';
import { useSession } from '../session.tsx';
import { together, useAnswer } from '../use-answer.ts';
import { count, heldBetweenWords, HOLDING_WORDS, listed, MARKING, STANDING_SHORT } from '../words.ts';

/** One sheet of paper: for the decision (everything), or for the child's file (others' facts and names masked). */
export function Sheet({ view, child, kind }: { view: View; child: string; kind: 'decision' | 'file' }) {
  const variables = variablesOf(view);
  const near = useAnswer('people-of-concern-near', { child, ...variables });
  const contacts = useAnswer('recent-contacts', { child, ...variables });
  const web = useAnswer('web-of-person', { person: child, ...variables, within: 1 });
  const holdings = useAnswer('who-holds-what', { person: child, ...variables });
  const decisions = useAnswer('decisions-about', { person: child });
  const answer = near.is === 'answered' ? near.answer.peopleOfConcernNear : null;
  const all = together(near, contacts, web, holdings, decisions);
  return (
    <Page
      title={kind === 'decision' ? 'What was found for the decision?' : 'What goes into the child’s file?'}
      heading={`Network check${answer === null ? '' : `: ${answer.subject.name}`}${kind === 'file' ? ', for the child’s file' : ', for the decision'}`}
      about={answer?.subject}
      asAt={answer?.grounds.asAt ?? view.asAt}
      heldOn={answer?.grounds.heldOn}
    >
      <p className="govuk-body kith-screen-only">
        <Link className="govuk-link" href={addressOf('/child', { ...view, sheet: null })}>
          Back to the network check
        </Link>
      </p>
      <AskedFor asked={all} what="what goes on the sheet">
        {([n, c, w, h, d]) => (
          <>
            <div className="kith-screen-only">
              <Button onClick={() => print()}>Print this page</Button>
            </div>
            <SheetHead asAt={n.peopleOfConcernNear.grounds.asAt} heldOn={n.peopleOfConcernNear.grounds.heldOn} />
            <CutOff
              parts={[
                [n.peopleOfConcernNear.truncated, 'people of concern'],
                [c.recentContacts.truncated, 'contacts'],
                [w.webOfPerson.truncated, 'people and homes'],
                [h.whoHoldsWhat.truncated, 'agencies'],
                [kind === 'decision' && d.decisionsAbout.truncated, 'decisions'],
              ]}
            />
            {kind === 'decision' ? (
              <>
                <Part title={`People of concern within ${n.peopleOfConcernNear.grounds.within ?? 2} steps`}>
                  <FoundLines
                    found={n.peopleOfConcernNear.found}
                    none="None recorded in what was searched. That nothing is recorded does not mean that there is nothing."
                  />
                </Part>
                <Part title="Said, then taken back or denied">
                  <FoundLines found={n.peopleOfConcernNear.takenBack} none="Nobody is reached only in this way." />
                </Part>
                <Part title="Recent contacts">
                  <Lines lines={c.recentContacts.contacts.map((one) => one.says)} none="None recorded." />
                </Part>
                <Part title="Who lives where">
                  <Lines
                    none="No home recorded on that day."
                    lines={w.webOfPerson.homes.map((home) => {
                      const here = w.webOfPerson.stays.filter((stay) => stay.home === home.id);
                      return `${home.name}${home.address === null ? '' : `, ${home.address}`}: ${here.map((stay) => stay.says).join(' ')}`;
                    })}
                  />
                </Part>
                <Part title="Brothers and sisters">
                  <Lines
                    none="None recorded."
                    lines={w.webOfPerson.ties
                      .filter(({ from, to, tie }) => tie.kind === 'SIBLING_OF' && [from, to].includes(w.webOfPerson.subject.id))
                      .map(({ tie }) => tie.says)}
                  />
                </Part>
                <Part title="Partners and former partners">
                  <Lines
                    none="None recorded."
                    lines={w.webOfPerson.ties.filter(({ tie }) => tie.kind === 'PARTNER_OF').map(({ tie }) => tie.says)}
                  />
                </Part>
                <Part title="What each agency holds">
                  <Lines none="No agency is known here." lines={agencyLines(h.whoHoldsWhat, (one) => `. ${one.says}`)} />
                </Part>
                <Part title="Decisions recorded up to today">
                  <Lines none="None recorded." lines={d.decisionsAbout.decisions.map((one) => one.says)} />
                </Part>
                <Part title="Gaps">
                  <Lines none="None of those looked for." lines={gapsOf(w.webOfPerson, h.whoHoldsWhat)} />
                </Part>
              </>
            ) : (
              <FileParts sheet={fileSheet(n.peopleOfConcernNear, w.webOfPerson, c.recentContacts, h.whoHoldsWhat)} />
            )}
            {kind === 'decision' ? (
              <>
                <p className="govuk-body-s">{n.peopleOfConcernNear.grounds.says}</p>
                <AskFirst all={[n.peopleOfConcernNear, c.recentContacts, w.webOfPerson, h.whoHoldsWhat]} />
              </>
            ) : (
              <p className="govuk-body-s">Records that whoever asked may not see could change this.</p>
            )}
            <SheetKey />
          </>
        )}
      </AskedFor>
    </Page>
  );
}

/** Paper has no page after it: what there was no room for must be said on it. */
function CutOff({ parts }: { parts: readonly (readonly [boolean, string])[] }) {
  const more = parts.flatMap(([truncated, words]) => (truncated ? [words] : []));
  return more.length === 0 ? null : (
    <p className="govuk-body">
      <strong>
        This sheet does not hold everything: there are more {listed(more)} than are on it. Ask with fewer steps, fewer kinds of tie or a
        shorter time.
      </strong>
    </p>
  );
}

/** Whom to ask first, of all that is on the sheet. Not in the child's file, which others come to read. */
function AskFirst({ all }: { all: readonly { grounds: Grounds }[] }) {
  const names = new Set(all.flatMap(({ grounds }) => grounds.withheld.ask.map((agency) => agency.name)));
  return names.size === 0 ? null : (
    <p className="govuk-body">
      <strong>Ask {listed([...names])} before you rely on this.</strong>
    </p>
  );
}

function SheetHead({ asAt, heldOn }: { asAt: string; heldOn: string }) {
  const { session } = useSession();
  const who = [session?.name, session?.role, session?.agency].filter((word) => word).join(', ');
  return (
    <p className="govuk-body kith-sheet-head">
      As at <strong>{sayDay(asAt)}</strong>, held by the end of <strong>{sayDay(heldOn)}</strong>. Asked by <strong>{who}</strong>
      {session?.purpose ? (
        <>
          , for <strong>{purposeWords(session.purpose, session.purposes)}</strong>
        </>
      ) : null}
      . <strong>{MARKING}</strong>
    </p>
  );
}

function SheetKey() {
  return (
    <p className="govuk-body-s">
      Key: a step is one tie from person to person. {listed(Object.values(STANDING_SHORT))} say how well founded a thing is. Agencies answer
      in five ways: {listed(Object.values(HOLDING_WORDS).map((one) => one.words.toLowerCase()))}; none of them means that there is nothing
      to know.
    </p>
  );
}

function FoundLines({ found, none }: { found: readonly Found[]; none: string }) {
  if (found.length === 0) return <p className="govuk-body">{none}</p>;
  return found.map((one) => (
    <div key={one.person.id}>
      <p className="govuk-body kith-tight">
        <strong>
          {one.person.name}, {one.person.age}
        </strong>
        : {count(one.steps, 'step')} away; {one.concerns.map((concern) => concern.says).join('; ')}.{' '}
        {one.heldBetween.length > 0 ? `${one.assembled ? 'Held only between' : 'Held by'} ${heldBetweenWords(one.heldBetween)}.` : ''}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {one.routes.map((route) => (
          <li key={route.people.map((person) => person.id).join(' ')}>
            {route.says} ({STANDING_SHORT[route.standing]})
          </li>
        ))}
        {one.moreRoutes > 0 ? <li>{count(one.moreRoutes, 'more route')}, not on this sheet</li> : null}
      </ul>
    </div>
  ));
}

function FileParts({ sheet }: { sheet: ReturnType<typeof fileSheet> }) {
  return (
    <>
      <Part title="Family and people of the child’s homes">
        <Lines lines={sheet.family} none="None recorded." />
      </Part>
      <Part title="Homes">
        <Lines lines={sheet.homes} none="No home recorded on that day." />
      </Part>
      <Part title="Other people">
        <Lines lines={sheet.concern} none="" />
      </Part>
      <Part title="Recent contacts">
        <Lines lines={sheet.contacts} none="None recorded." />
      </Part>
      <Part title="What each agency holds">
        <Lines lines={sheet.agencies} none="No agency is known here." />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="govuk-heading-s">{title}</h2>
      {children}
    </section>
  );
}

function Lines({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return <p className="govuk-body">{none}</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line, i) => (
        <li key={`${i} ${line}`}>{line}</li>
      ))}
    </ul>
  );
}
