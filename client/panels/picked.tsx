/** What is recorded of the person, home, agency, group or fact the reader chose. */
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { addressOf, go } from '../address.ts';
import type { PagePath } from '../address.ts';
import type { Pill } from '../answers.gen.ts';
import type { View } from '../fragment.ts';
import { Button, LinkButton } from '../govuk/forms.tsx';
import { SummaryList } from '../govuk/text.tsx';
import type { GatheredTie, WebAnswer } from '../web/from-answer.ts';
import { gatheredTies, isSaidByStays } from '../web/from-answer.ts';
import { count, listed } from '../words.ts';
import { ConcernSays, RoleSays, StaySays, TieSays } from './facts.tsx';

interface Props {
  web: WebAnswer;
  view: View;
  page: PagePath;
  onPick: (pick: View['pick']) => void;
}

export function Picked({ web, view, page, onPick }: Props) {
  const box = useRef<HTMLElement>(null);
  const { pick } = view;
  const key = pick === null ? '' : `${pick.kind} ${pick.id}`;
  // Where the reader was when they chose: focus goes back there.
  const from = useRef<{ part: string; key: string } | null>(null);
  useEffect(() => {
    if (key === '') {
      const back = from.current;
      from.current = null;
      if (back) backTo(back);
      return;
    }
    const was = document.activeElement?.closest<HTMLElement>('[data-part]');
    if (was?.dataset['part'] && was.dataset['key']) from.current = { part: was.dataset['part'], key: was.dataset['key'] };
    // On the first page of a link nobody chose anything yet, and the heading of the page comes first.
    if (was) box.current?.querySelector('h2')?.focus();
  }, [key]);
  if (pick === null) return null;
  return (
    <section
      className="kith-panel"
      ref={box}
      aria-labelledby="picked"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onPick(null);
      }}
    >
      <Content web={web} view={view} page={page} onPick={onPick} pick={pick} />
      <Button kind="secondary" onClick={() => onPick(null)}>
        Close
      </Button>
    </section>
  );
}

function backTo({ part, key }: { part: string; key: string }): void {
  const place = [...document.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)].find((one) => one.dataset['key'] === key);
  (place instanceof HTMLButtonElement ? place : place?.querySelector('button'))?.focus();
}

function Title({ children }: { children: string }) {
  return (
    <h2 className="govuk-heading-m" id="picked" tabIndex={-1}>
      {children}
    </h2>
  );
}

function Content({ web, view, page, onPick, pick }: Props & { pick: NonNullable<View['pick']> }) {
  switch (pick.kind) {
    case 'person':
      return <PersonFacts web={web} view={view} page={page} onPick={onPick} id={pick.id} />;
    case 'home':
      return <HomeFacts web={web} view={view} page={page} onPick={onPick} id={pick.id} />;
    case 'agency':
      return <AgencyFacts web={web} onPick={onPick} id={pick.id} />;
    case 'organisation':
      return <GroupFacts web={web} id={pick.id} />;
    case 'fact':
      return <FactFacts web={web} view={view} page={page} id={pick.id} />;
  }
}

/** A link that names something this answer does not hold: another day, fewer steps, or no longer recorded. */
function Gone() {
  return (
    <>
      <Title>Not in this answer</Title>
      <p className="govuk-body">What was selected is not in what was found for this day and these agencies.</p>
    </>
  );
}

function PersonFacts({ web, view, page, onPick, id }: Props & { id: string }) {
  const row = web.people.find((one) => one.person.id === id);
  if (!row) return <Gone />;
  const { person } = row;
  const stays = web.stays.filter((stay) => stay.person === id);
  const ties = gatheredTies(web).filter(({ from, to }) => from === id || to === id);
  const roles = web.roles.filter((role) => role.person === id);
  const nameOf = (other: string) => web.people.find((one) => one.person.id === other)?.person.name ?? 'somebody';
  const next = { ...view, of: id, pick: null, without: [], from: [], to: [] };
  return (
    <>
      <Title>{person.name}</Title>
      <SummaryList
        rows={[
          ['Age', person.age],
          ...(row.toSubject.length > 0 ? [[`To ${web.subject.name}`, listed(row.toSubject)] as const] : []),
          ['Sex', person.sex ?? 'not recorded, or recorded differently'],
          ['Born', person.unborn ? `expected ${person.expected?.says ?? 'on a day not recorded'}` : (person.born?.says ?? 'not recorded')],
          ...(person.died === null ? [] : [['Died', person.died.says] as const]),
          ...(person.names.length > 1 ? [['Names held', listed(person.names)] as const] : []),
          ...(person.records.length > 1
            ? [
                [
                  'Records',
                  `${person.records.length} records are taken as one person here. If they are not, what follows is not one person’s.`,
                ] as const,
              ]
            : []),
          ...(person.placeholder ? [['Who', 'nobody could say who this is'] as const] : []),
          ...(row.custody === null ? [] : [['Custody', row.custody] as const]),
          [
            'Agencies',
            row.agencies.length === 0 ? (
              'none asked holds a record'
            ) : (
              <ul className="govuk-list kith-tight" key="agencies">
                {row.agencies.map((pill) => (
                  <li key={`${pill.agency.id} ${pill.says}`}>
                    <LinkButton onClick={() => onPick({ kind: 'agency', id: pill.agency.id })}>{pill.agency.name}</LinkButton>
                    <PillSays pill={pill} />
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      {row.concerns.map((concern) => (
        <ConcernSays key={concern.id} concern={concern} />
      ))}
      <h3 className="govuk-heading-s">Homes</h3>
      {stays.length === 0 ? (
        <p className="govuk-body">No home recorded on that day.</p>
      ) : (
        stays.map((stay) => <StaySays key={stay.id} stay={stay} />)
      )}
      <h3 className="govuk-heading-s">Ties</h3>
      {ties
        .filter(({ tie }) => !isSaidByStays(tie.kind))
        .map((tie) => (
          <TieWith key={tie.id} tie={tie} other={nameOf(tie.from === id ? tie.to : tie.from)} />
        ))}
      {ties.some(({ tie }) => isSaidByStays(tie.kind)) ? (
        <>
          <h3 className="govuk-heading-s">Through homes</h3>
          {ties
            .filter(({ tie }) => isSaidByStays(tie.kind))
            .map((tie) => (
              <TieWith key={tie.id} tie={tie} other={nameOf(tie.from === id ? tie.to : tie.from)} />
            ))}
        </>
      ) : null}
      {roles.length > 0 ? <h3 className="govuk-heading-s">Parts in groups, schools and work</h3> : null}
      {roles.map((role) => (
        <div key={role.id}>
          <p className="govuk-body-s kith-tight">
            <LinkButton onClick={() => onPick({ kind: 'organisation', id: role.organisation })}>
              {web.organisations.find((one) => one.id === role.organisation)?.name ?? 'A group'}
            </LinkButton>
          </p>
          <RoleSays role={role} />
        </div>
      ))}
      <ul className="govuk-list">
        {id === web.subject.id ? null : (
          <li>
            <Link className="govuk-link" href={addressOf('/web', next)}>
              Open {person.name} as centre
            </Link>
          </li>
        )}
        {person.child === false ? null : (
          <li>
            <Link className="govuk-link" href={addressOf('/child', next)}>
              Network check of {person.name}
            </Link>
          </li>
        )}
        <li>
          <Link className="govuk-link" href={addressOf('/person', next)}>
            Households in contact with {person.name}
          </Link>
        </li>
        {id === web.subject.id ? null : (
          <li>
            <LeaveOut page={page} view={view} id={id} what={person.name} />
          </li>
        )}
      </ul>
    </>
  );
}

/** What an agency does with somebody, without its name, which stands above. */
function PillSays({ pill }: { pill: Pill }) {
  const says = pill.says.startsWith(`${pill.agency.name}: `) ? pill.says.slice(pill.agency.name.length + 2) : pill.says;
  return (
    <span className="govuk-body-s kith-block">
      {says}
      {pill.involved ? ' Involved on the day asked.' : ''}
    </span>
  );
}

/** One tie, and each other time or account of it. */
function TieWith({ tie: { spells }, other }: { tie: GatheredTie; other: string }) {
  return (
    <>
      <p className="govuk-body-s kith-tight">
        <strong>With {other}</strong>
      </p>
      {spells.map((tie) => (
        <TieSays key={tie.says} tie={tie} />
      ))}
    </>
  );
}

/** A what-if: asks the server again as if this had never been recorded. */
function LeaveOut({ page, view, id, what }: { page: PagePath; view: View; id: string; what: string }) {
  return (
    <LinkButton
      onClick={() => go(page, { ...view, pick: null, without: [...new Set([...view.without, id])] })}
    >{`Leave out ${what} and look again`}</LinkButton>
  );
}

function HomeFacts({ web, view, page, onPick, id }: Props & { id: string }) {
  const home = web.homes.find((one) => one.id === id);
  if (!home) return <Gone />;
  const stays = web.stays.filter((stay) => stay.home === id);
  const nameOf = (person: string) => web.people.find((one) => one.person.id === person)?.person.name ?? 'somebody';
  return (
    <>
      <Title>{home.name}</Title>
      <SummaryList
        rows={[
          ['Kind', home.kind],
          ['Address', home.address ?? 'none held by the agencies asked'],
          ['Area', home.area ?? 'not recorded'],
        ]}
      />
      <h3 className="govuk-heading-s">Who lives, stays or visits here</h3>
      {stays.map((stay) => (
        <div key={stay.id}>
          <p className="govuk-body-s kith-tight">
            <LinkButton onClick={() => onPick({ kind: 'person', id: stay.person })}>{nameOf(stay.person)}</LinkButton>
          </p>
          <StaySays stay={stay} />
        </div>
      ))}
      <p className="govuk-body">
        <LeaveOut page={page} view={view} id={id} what={home.name} />
      </p>
    </>
  );
}

function AgencyFacts({ web, onPick, id }: { web: WebAnswer; onPick: (pick: View['pick']) => void; id: string }) {
  const agency = web.agencies.find((one) => one.id === id);
  if (!agency) return <Gone />;
  const rows = web.people.flatMap(({ person, agencies }) =>
    agencies.filter((pill) => pill.agency.id === id).map((pill) => ({ person, pill })),
  );
  return (
    <>
      <Title>{agency.name}</Title>
      <p className="govuk-body">
        {agency.kind}
        {agency.area === null ? '' : `, ${agency.area}`}. Holds a record on {count(rows.length, 'person', 'people')} shown here.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {rows.map(({ person, pill }) => (
          <li key={`${person.id} ${pill.says}`}>
            <LinkButton onClick={() => onPick({ kind: 'person', id: person.id })}>{person.name}</LinkButton>
            <PillSays pill={pill} />
          </li>
        ))}
      </ul>
      <p className="govuk-body-s">That somebody is not named here does not mean that the agency holds nothing on them.</p>
    </>
  );
}

function GroupFacts({ web, id }: { web: WebAnswer; id: string }) {
  const group = web.organisations.find((one) => one.id === id);
  if (!group) return <Gone />;
  return (
    <>
      <Title>{group.name}</Title>
      <p className="govuk-body">
        {group.kind}.{' '}
        {group.small ? 'A small group: everybody there knows everybody.' : 'A large one: a part in it alone is no step between two people.'}
      </p>
      {web.roles
        .filter((role) => role.organisation === id)
        .map((role) => (
          <RoleSays key={role.id} role={role} />
        ))}
    </>
  );
}

function FactFacts({ web, view, page, id }: { web: WebAnswer; view: View; page: PagePath; id: string }) {
  const tie = gatheredTies(web).find((one) => one.id === id);
  const stay = web.stays.find((one) => one.id === id);
  const role = web.roles.find((one) => one.id === id);
  if (!tie && !stay && !role) return <Gone />;
  return (
    <>
      <Title>{tie ? 'A tie' : stay ? 'A stay' : 'A part in a group'}</Title>
      {tie?.spells.map((spell) => (
        <TieSays key={spell.says} tie={spell} />
      ))}
      {stay ? <StaySays stay={stay} /> : null}
      {role ? <RoleSays role={role} /> : null}
      <p className="govuk-body">
        <LeaveOut page={page} view={view} id={id} what="this" />
      </p>
    </>
  );
}
