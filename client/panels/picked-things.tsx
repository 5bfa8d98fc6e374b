/** The chosen home, agency, group or fact. */
import type { View } from '../fragment.ts';
import type { PagePath } from '../address.ts';
import { LinkButton } from '../govuk/buttons.tsx';
import { SummaryList } from '../govuk/text.tsx';
import type { WebAnswer } from '../web/from-answer.ts';
import { gatheredTies } from '../web/from-answer.ts';
import { count } from '../words.ts';
import { RoleSays, StaySays, TieSays } from './facts.tsx';
import { Gone, LeaveOut, PillSays, Title } from './picked-parts.tsx';
import type { Props } from './picked-parts.tsx';

export function HomeFacts({ web, view, page, onPick, id }: Props & { id: string }) {
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

export function AgencyFacts({ web, onPick, id }: { web: WebAnswer; onPick: (pick: View['pick']) => void; id: string }) {
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
        {rows.map(({ person, pill }, at) => (
          <li key={`${person.id} ${at}`}>
            <LinkButton onClick={() => onPick({ kind: 'person', id: person.id })}>{person.name}</LinkButton>
            <PillSays pill={pill} />
          </li>
        ))}
      </ul>
      <p className="govuk-body-s">That somebody is not named here does not mean that the agency holds nothing on them.</p>
    </>
  );
}

export function GroupFacts({ web, id }: { web: WebAnswer; id: string }) {
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

export function FactFacts({ web, view, page, id }: { web: WebAnswer; view: View; page: PagePath; id: string }) {
  const tie = gatheredTies(web).find((one) => one.id === id);
  const stay = web.stays.find((one) => one.id === id);
  const role = web.roles.find((one) => one.id === id);
  if (!tie && !stay && !role) return <Gone />;
  return (
    <>
      <Title>{tie ? 'A tie' : stay ? 'A stay' : 'A part in a group'}</Title>
      {tie?.spells.map((spell, at) => (
        <TieSays key={`${spell.id} ${at}`} tie={spell} />
      ))}
      {stay ? <StaySays stay={stay} /> : null}
      {role ? <RoleSays role={role} /> : null}
      <p className="govuk-body">
        <LeaveOut page={page} view={view} id={id} what="this" />
      </p>
    </>
  );
}
