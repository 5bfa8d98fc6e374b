import { Link } from 'wouter';
import { addressOf } from '../address.ts';
import type { Home, HouseholdAnswer } from '../answers.gen.ts';
import type { Variables } from '../ask.ts';
import type { View } from '../fragment.ts';
import { Details, Table, Tag } from '../govuk/text.tsx';
import { useAnswer } from '../use-answer.ts';
import type { WebAnswer } from '../web/from-answer.ts';
import { listed } from '../words.ts';
import { AskedFor } from './asked.tsx';
import { StaySays } from './facts.tsx';
import { GroundsSay } from './grounds.tsx';

/** Each home of the child, asked for on its own: who lives there, who stays or visits, what changed, and where else they stay. */
export function Homes({ web, variables, view }: { web: WebAnswer; variables: Variables; view: View }) {
  const own = web.homes.filter((home) => home.ofSubject);
  if (own.length === 0)
    return <p className="govuk-body">No home where this child lives or stays is recorded on that day. That is a gap, and not an answer.</p>;
  return own.map((home) => <OneHome key={home.id} home={home} child={web.subject.id} variables={variables} view={view} />);
}

function OneHome({ home, child, variables, view }: { home: Home; child: string; variables: Variables; view: View }) {
  const asked = useAnswer('household', { household: home.id, ...variables });
  return (
    <div className="kith-home">
      <h3 className="govuk-heading-s">
        {home.name}
        {home.area === null ? '' : `, ${home.area}`}
      </h3>
      <p className="govuk-body-s">{home.address ?? 'No address is held by the agencies asked.'}</p>
      <AskedFor asked={asked} what={`who is in ${home.name}`}>
        {({ household }) => (
          <>
            <Table
              caption={`Who is in ${home.name}`}
              hideCaption
              heads={['Person', 'How they stay', 'Other homes', 'Risk markers']}
              rows={household.members.map((member) => ({
                key: member.person.id,
                cells: [
                  <>
                    {member.person.name}, {member.person.age}
                    {member.person.id === child ? (
                      <>
                        {' '}
                        <Tag colour="blue">this child</Tag>
                      </>
                    ) : null}
                  </>,
                  <>
                    {member.stays.map((stay) => (
                      <span className="kith-block" key={stay.id}>
                        {stay.says}
                        {stay.inForce ? '' : ' (not on the day asked)'}
                      </span>
                    ))}
                  </>,
                  member.otherHomes.length === 0 ? (
                    'none recorded'
                  ) : (
                    <>
                      {member.otherHomes.map((other) => (
                        <OtherHome key={other.home.id} other={other} />
                      ))}
                    </>
                  ),
                  member.concerns.length === 0 ? (
                    'none recorded'
                  ) : (
                    <>
                      {member.concerns.map((concern) => (
                        <span className="kith-block" key={concern.id}>
                          {concern.says}
                        </span>
                      ))}
                      <Link
                        className="govuk-link"
                        href={addressOf('/web', { ...view, of: child, pick: { kind: 'person', id: member.person.id } })}
                      >
                        Sources<span className="govuk-visually-hidden"> for {member.person.name}</span>
                      </Link>
                    </>
                  ),
                ],
              }))}
            />
            {household.addressesDiffer === null ? null : (
              <p className="govuk-body">
                <Tag colour="yellow">Held differently</Tag> {household.addressesDiffer}
              </p>
            )}
            <h4 className="govuk-heading-s">Who came, left or changed how they stay</h4>
            {household.changes.length === 0 ? (
              <p className="govuk-body-s">No change is recorded in the time asked about.</p>
            ) : (
              <ul className="govuk-list govuk-list--bullet">
                {household.changes.map((change) => (
                  <li key={`${change.stay.id} ${change.says}`}>
                    {change.when.says}: {change.says}
                  </li>
                ))}
              </ul>
            )}
            <Details summary={`Sources for ${home.name}`}>
              {household.members
                .flatMap((member) => member.stays)
                .map((stay) => (
                  <StaySays key={stay.id} stay={stay} />
                ))}
            </Details>
            <GroundsSay grounds={household.grounds} truncated={household.truncated} rows="people" />
          </>
        )}
      </AskedFor>
    </div>
  );
}

/** Where else somebody of this home stays, and who is of concern there. */
function OtherHome({ other }: { other: HouseholdAnswer['household']['members'][number]['otherHomes'][number] }) {
  const concern = other.members.filter((one) => one.concerns.length > 0);
  return (
    <span className="kith-block">
      {other.home.name} ({listed([...new Set(other.stays.map((stay) => stay.pattern))])})
      {concern.length === 0 ? '' : `; there, with a risk marker: ${listed(concern.map((one) => one.person.name))}`}
    </span>
  );
}
