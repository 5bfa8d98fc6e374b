/** Recording a decision. What was typed stays in memory until it is recorded, so that a session that ends loses nothing. */
import { useRef, useState } from 'react';
import { ask, Trouble } from '../ask.ts';
import { Button } from '../govuk/buttons.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { useFormErrors } from '../govuk/form-errors.ts';
import type { FieldReading } from '../govuk/form-errors.ts';
import { LongTextField, TextField } from '../govuk/fields.tsx';
import { Notice } from '../govuk/text.tsx';
import { useSession } from '../session.tsx';

interface Typed {
  decision: string;
  reason: string;
  /** One for each form: sent twice, it is recorded once. */
  token: string;
}

const MOST = { decision: 300, reason: 5_000 } as const;

// By user and child: nobody who signs in after another finds what the other typed.
const kept = new Map<string, Typed>();
const emptyForm = (): Typed => ({ decision: '', reason: '', token: crypto.randomUUID() });

export function DecisionForm({ child, name, onRecorded }: { child: string; name: string; onRecorded: () => void }) {
  const { session, lost } = useSession();
  const key = `${session?.user} ${child}`;
  const [typed, setTyped] = useState(() => kept.get(key) ?? emptyForm());
  const [returned] = useState(() => kept.has(key));
  const { errors, errorOf, read, show } = useFormErrors();
  const [sending, setSending] = useState(false);
  const [recorded, setRecorded] = useState<string | null>(null);
  const banner = useRef<HTMLDivElement>(null);
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part };
    kept.set(key, next);
    setTyped(next);
  };

  async function submit() {
    setRecorded(null);
    if (read(({ wrong }) => readTyped(typed, wrong)) === undefined || sending) return;
    setSending(true);
    try {
      const { recordDecision } = await ask('record-decision', { child, ...typed }, new AbortController().signal);
      kept.delete(key);
      setTyped(emptyForm());
      setRecorded(recordDecision.decision.says);
      onRecorded();
      banner.current?.focus();
    } catch (error) {
      const trouble = error instanceof Trouble ? error : new Trouble('BUG', 'Something went wrong in the page.');
      // The page asks to sign in again; what was typed is here afterwards.
      if (trouble.code === 'NOT_SIGNED_IN' || trouble.code === 'REASON_REQUIRED') lost();
      show(trouble.argument === 'reason' ? 'reason' : 'decision', troubleSays(trouble));
    } finally {
      setSending(false);
    }
  }

  return (
    <div className="kith-decision">
      <div ref={banner} tabIndex={-1} role="status">
        {recorded === null ? null : (
          <Notice title="Decision recorded">
            <p className="govuk-body kith-lines">{recorded}</p>
          </Notice>
        )}
      </div>
      <h3 className="govuk-heading-s">Record a decision</h3>
      <form
        noValidate
        aria-label="Record a decision"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary errors={errors} />
        {returned && recorded === null ? <p className="govuk-body">What you typed before is still here. It is not recorded yet.</p> : null}
        <TextField
          id="decision"
          label={`What was decided about ${name}`}
          hint="In a few words, such as: assessment under section 17; no further action"
          value={typed.decision}
          onChange={(decision) => change({ decision })}
          error={errorOf('decision')}
        />
        <LongTextField
          id="reason"
          label="Why"
          hint="What it rests on, and what is still not known"
          value={typed.reason}
          onChange={(reason) => change({ reason })}
          error={errorOf('reason')}
        />
        <p className="govuk-body-s">
          It is dated today, stands under your name and agency
          {session?.purpose?.reference === undefined ? '' : `, with ${session.purpose.reference}`}, and is not changed afterwards: what
          turns out otherwise is another decision.
        </p>
        <Button type="submit" disabled={sending}>
          {sending ? 'Recording …' : 'Record decision'}
        </Button>
      </form>
    </div>
  );
}

function readTyped(typed: Typed, wrong: FieldReading['wrong']): Typed {
  const decision = typed.decision.trim();
  const reason = typed.reason.trim();
  if (decision === '') wrong('decision', 'Enter what was decided');
  if (decision.length > MOST.decision) wrong('decision', `What was decided must be ${MOST.decision} characters or fewer`);
  if (reason === '') wrong('reason', 'Enter why');
  if (reason.length > MOST.reason) wrong('reason', `Why must be ${MOST.reason.toLocaleString('en-GB')} characters or fewer`);
  return typed;
}

function troubleSays({ code, message }: Trouble): string {
  switch (code) {
    case 'UNREACHABLE':
      return 'Kith cannot be reached, so it is not known whether this was recorded. Send it again: it is recorded once.';
    case 'TIMED_OUT':
      return 'No answer came in time. Send it again: it is recorded once.';
    case 'AUDIT_UNAVAILABLE':
      return 'Nothing was recorded: every act must be logged first, and the log cannot be written. Tell whoever runs Kith.';
    case 'NOT_SIGNED_IN':
    case 'REASON_REQUIRED':
      return 'You were signed out before this was recorded. Send it again.';
    case 'TOO_OFTEN':
      return 'Too many questions in a short time. Wait a minute, then send it again.';
    default:
      return message;
  }
}
