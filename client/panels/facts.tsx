/** A concern, a tie, a stay or a part, each as a sentence with its standing and its why. */
import type { Concern, Role, Standing, Stay, Tie } from '../answers.gen.ts';
import { Tag } from '../govuk/text.tsx';
import { STANDING_SHORT, STANDING_WORDS } from '../words.ts';
import { Why } from './evidence.tsx';

export function StandingTag({ standing, disputed }: { standing: Standing; disputed: boolean }) {
  return (
    <>
      <span className="kith-standing" title={STANDING_WORDS[standing]}>
        <Tag colour={standing === 'confirmed' || standing === 'observed' ? 'blue' : 'grey'}>{STANDING_SHORT[standing]}</Tag>
      </span>
      {disputed ? (
        <>
          {' '}
          <Tag colour="yellow">disagreed</Tag>
        </>
      ) : null}
    </>
  );
}

export function When({
  start,
  end,
  inForce,
  certain,
}: {
  start: { says: string; earliest: string | null };
  end: { says: string; latest: string | null; earliest: string | null };
  inForce: boolean;
  certain?: boolean;
}) {
  const ended = end.latest !== null;
  return (
    <span className="kith-quiet">
      From {start.says}
      {ended ? ` to ${end.says}` : ''}.{' '}
      {inForce
        ? certain === false
          ? 'Possibly in force on the day asked.'
          : 'In force on the day asked.'
        : 'Not in force on the day asked.'}
    </span>
  );
}

export function ConcernSays({ concern, why = true }: { concern: Concern; why?: boolean }) {
  return (
    <div className="kith-fact">
      <p className="govuk-body kith-tight">
        <strong>Risk marker:</strong> {concern.says} <StandingTag standing={concern.standing} disputed={concern.disputed} />
      </p>
      <p className="govuk-body-s kith-tight">
        <When {...concern} />
      </p>
      {why ? (
        <Why summary="Source of this fact" evidence={concern.evidence} against={concern.evidenceAgainst} holders={concern.holders} />
      ) : null}
    </div>
  );
}

export function TieSays({ tie }: { tie: Tie }) {
  return (
    <div className="kith-fact">
      <p className="govuk-body kith-tight">
        {tie.says} <StandingTag standing={tie.standing} disputed={tie.disputed} />
      </p>
      <p className="govuk-body-s kith-tight">
        <When {...tie} />
      </p>
      <Why
        summary="Why is this line here?"
        evidence={tie.evidence}
        against={tie.against}
        derived={tie.derived}
        contact={tie.contact}
        holders={tie.holders}
        together={tie.heldTogether}
      />
    </div>
  );
}

export function StaySays({ stay }: { stay: Stay }) {
  return (
    <div className="kith-fact">
      <p className="govuk-body kith-tight">
        {stay.says} <StandingTag standing={stay.standing} disputed={stay.disputed} />
      </p>
      <p className="govuk-body-s kith-tight">
        <When {...stay} />
      </p>
      <Why summary="Why is this here?" evidence={stay.evidence} against={stay.against} holders={stay.holders} />
    </div>
  );
}

export function RoleSays({ role }: { role: Role }) {
  return (
    <div className="kith-fact">
      <p className="govuk-body kith-tight">
        {role.says} <StandingTag standing={role.standing} disputed={role.disputed} />
      </p>
      <p className="govuk-body-s kith-tight">
        <When {...role} />
      </p>
      <Why summary="Why is this here?" evidence={role.evidence} against={role.against} holders={role.holders} />
    </div>
  );
}
