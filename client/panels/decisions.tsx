/** What was decided about a child, by whom, when and why; and the form that records one more. */
import type { Decision, DecisionsAboutAnswer } from '../answers.gen.ts';
import { Inset, Table } from '../govuk/text.tsx';
import { AskedFor } from './asked.tsx';
import { GroundsSay } from './grounds.tsx';
import { DecisionForm } from './decision-form.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSession } from '../session.tsx';
import { listed } from '../words.ts';

/** Of today, whatever day is asked about above: what was decided since belongs to the case. */
export function Decisions({ child, name }: { child: string; name: string | null }) {
  const { session } = useSession();
  const asked = useAnswer('decisions-about', { person: child });
  return (
    <>
      <p className="govuk-body">Every decision recorded up to today, whatever day is asked about above.</p>
      <AskedFor asked={asked} what="what was decided about this child">
        {({ decisionsAbout }) => <DecisionTable answer={decisionsAbout} />}
      </AskedFor>
      {session?.decides === true ? (
        <DecisionForm
          child={child}
          name={name ?? 'this child'}
          onRecorded={() => {
            if (asked.is !== 'asking') asked.askAgain();
          }}
        />
      ) : (
        <Inset>
          <p className="govuk-body">Your role and purpose record no decisions. Whoever decides on a contact does.</p>
        </Inset>
      )}
    </>
  );
}

function DecisionTable({ answer }: { answer: DecisionsAboutAnswer['decisionsAbout'] }) {
  const { decisions, grounds, truncated } = answer;
  return (
    <>
      {decisions.length === 0 ? (
        <p className="govuk-body">No decision is recorded.</p>
      ) : (
        <Table
          caption="Decisions, newest first"
          hideCaption
          heads={['When', 'Decided', 'Reason', 'By', 'About']}
          rows={decisions.map((decision) => ({ key: decision.id, cells: cellsOf(decision) }))}
        />
      )}
      <GroundsSay grounds={grounds} truncated={truncated} rows="decisions" />
    </>
  );
}

function cellsOf({ on, decision, reason, by, agency, about, ref }: Decision) {
  return [
    on.says,
    decision ?? 'not open to you',
    <span className="kith-lines" key="reason">
      {reason ?? 'not open to you'}
    </span>,
    <>
      {agency.name}
      {by === null ? null : <span className="govuk-body-s kith-block">{by}</span>}
      {ref === null ? null : <span className="govuk-body-s kith-block">Reference: {ref}</span>}
    </>,
    listed(about.map((person) => person.name)),
  ];
}
