/** The chosen person: details, facts of concern, homes, ties and parts, and where to go from there. */
import { Link } from 'wouter';
import { addressOf } from '../address.ts';
import { LinkButton } from '../govuk/buttons.tsx';
import { SummaryList } from '../govuk/text.tsx';
import type { GatheredTie } from '../web/from-answer.ts';
import { gatheredTies, isSaidByStays } from '../web/from-answer.ts';
import { listed } from '../words.ts';
import { chronologyAddress } from './chosen-people.tsx';
import { ConcernSays, RoleSays, StaySays, TieSays } from './facts.tsx';
import { Gone, LeaveOut, PillSays, Title } from './picked-parts.tsx';
import type { Props } from './picked-parts.tsx';

export function PersonFacts({ web, view, page, onPick, id }: Props & { id: string }) {
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
                {row.agencies.map((pill, at) => (
                  <li key={`${pill.agency.id} ${at}`}>
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
        <li>
          <Link className="govuk-link" href={chronologyAddress(view, [...new Set([web.subject.id, id])])}>
            Chronology of {id === web.subject.id ? person.name : `${web.subject.name} and ${person.name}`}
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

/** One tie, and each other time or account of it. */
function TieWith({ tie: { spells }, other }: { tie: GatheredTie; other: string }) {
  return (
    <>
      <p className="govuk-body-s kith-tight">
        <strong>With {other}</strong>
      </p>
      {spells.map((tie, at) => (
        <TieSays key={`${tie.id} ${at}`} tie={tie} />
      ))}
    </>
  );
}
