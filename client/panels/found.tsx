/** People found near somebody, with the routes to them as sentences. */
import { Link } from 'wouter';
import { addressOf } from '../address.ts';
import type { Found, Route } from '../answers.gen.ts';
import { sayDay } from '../days.ts';
import type { View } from '../fragment.ts';
import { Details, Tag } from '../govuk/text.tsx';
import { count, heldBetweenWords } from '../words.ts';
import { ConcernSays, StandingTag, TieSays } from './facts.tsx';

export function FoundList({ found, view, level = 3 }: { found: readonly Found[]; view: View; level?: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <ol className="govuk-list kith-found">
      {found.map((one) => (
        <li key={one.person.id} className="kith-found-one">
          <Heading className="govuk-heading-s kith-tight">
            {one.person.name}, {one.person.age}
          </Heading>
          <p className="govuk-body kith-tight">
            {count(one.steps, 'step')} away
            {one.stepsInForce === null
              ? ', by ties that have ended or are not in force on the day asked'
              : one.stepsInForce > one.steps
                ? ` (${count(one.stepsInForce, 'step')} by ties in force on the day asked)`
                : one.stepsCertain === null || one.stepsCertain > one.stepsInForce
                  ? ', possibly in force on the day asked'
                  : ', in force on the day asked'}
            .
          </p>
          {one.concerns.map((concern) => (
            <ConcernSays key={concern.id} concern={concern} />
          ))}
          <HeldBetween {...one} what={one.concerns.length > 0 ? 'a route and the fact of concern' : 'a whole route'} />
          <ol className="govuk-list govuk-list--number kith-routes">
            {one.routes.map((route) => (
              <li key={route.people.map((person) => person.id).join(' ')}>
                <RouteSays route={route} />
              </li>
            ))}
          </ol>
          {one.moreRoutes > 0 ? <p className="govuk-body-s">{count(one.moreRoutes, 'more route')} not shown here.</p> : null}
          <p className="govuk-body-s kith-tight">
            <Link className="govuk-link" href={addressOf('/web', { ...view, of: one.person.id, pick: null, without: [], sheet: null })}>
              Web around {one.person.name}
            </Link>
            {' · '}
            <Link className="govuk-link" href={addressOf('/person', { ...view, of: one.person.id, pick: null, without: [], sheet: null })}>
              Households in contact with {one.person.name}
            </Link>
          </p>
        </li>
      ))}
    </ol>
  );
}

export function RouteSays({ route }: { route: Route }) {
  return (
    <div className="kith-route">
      <p className="govuk-body kith-tight">
        {route.says} <StandingTag standing={route.standing} disputed={false} />
        {route.inForce ? null : (
          <>
            {' '}
            <Tag colour="grey">not all in force</Tag>
          </>
        )}
      </p>
      {route.together ? null : <p className="govuk-body-s kith-tight kith-quiet">Its steps were never in force on one common day.</p>}
      <Details summary={`Why is this route here? ${count(route.steps.length, 'step')}`}>
        {route.steps.map((step) => (
          <div key={`${step.from.id} ${step.to.id}`} className="kith-step">
            <p className="govuk-body-s kith-tight">
              <strong>
                {step.from.name} and {step.to.name}
              </strong>
            </p>
            {step.ties.map((tie, at) => (
              <TieSays key={`${tie.id} ${at}`} tie={tie} />
            ))}
          </div>
        ))}
        <HeldBetween {...route} what="all of this route" />
      </Details>
    </div>
  );
}

function HeldBetween({ assembled, heldBetween, heldFrom, what }: Pick<Found, 'assembled' | 'heldBetween' | 'heldFrom'> & { what: string }) {
  if (heldBetween.length === 0) return null;
  return (
    <p className="govuk-body-s kith-tight">
      {assembled ? (
        <>
          <Tag colour="turquoise">Held only between agencies</Tag> No single agency asked held {what}. Held between:{' '}
        </>
      ) : (
        `Held ${what === 'all of this route' ? 'whole ' : ''}by: `
      )}
      {heldBetweenWords(heldBetween)}
      {heldFrom === null ? '' : `. Together from ${sayDay(heldFrom)}`}.
    </p>
  );
}
