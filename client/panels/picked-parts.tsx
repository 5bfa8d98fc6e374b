/** What the panels of whatever was chosen share: title, "not in this answer", an agency's part, leaving something out. */
import { go } from '../address.ts';
import type { PagePath } from '../address.ts';
import type { Pill } from '../answers.gen.ts';
import type { View } from '../fragment.ts';
import { LinkButton } from '../govuk/buttons.tsx';
import type { WebAnswer } from '../web/from-answer.ts';

export interface Props {
  web: WebAnswer;
  view: View;
  page: PagePath;
  onPick: (pick: View['pick']) => void;
}

export function Title({ children }: { children: string }) {
  return (
    <h2 className="govuk-heading-m" id="picked" tabIndex={-1}>
      {children}
    </h2>
  );
}

/** A link that names something this answer does not hold: another day, fewer steps, or no longer recorded. */
export function Gone() {
  return (
    <>
      <Title>Not in this answer</Title>
      <p className="govuk-body">What was selected is not in what was found for this day and these agencies.</p>
    </>
  );
}

/** What an agency does with somebody, without its name, which stands above. */
export function PillSays({ pill }: { pill: Pill }) {
  const says = pill.says.startsWith(`${pill.agency.name}: `) ? pill.says.slice(pill.agency.name.length + 2) : pill.says;
  return (
    <span className="govuk-body-s kith-block">
      {says}
      {pill.involved ? ' Involved on the day asked.' : ''}
    </span>
  );
}

/** A what-if: asks the server again as if this had never been recorded. */
export function LeaveOut({ page, view, id, what }: { page: PagePath; view: View; id: string; what: string }) {
  return (
    <LinkButton
      onClick={() => go(page, { ...view, pick: null, without: [...new Set([...view.without, id])] })}
    >{`Leave out ${what} and look again`}</LinkButton>
  );
}
