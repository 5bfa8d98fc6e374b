/** What a question looks like while it is asked, when it is late, and when there is no answer. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { addressOf } from '../address.ts';
import type { Trouble, TroubleCode } from '../ask.ts';
import { Button } from '../govuk/buttons.tsx';
import type { Asked } from '../use-answer.ts';

/** `what` ends the sentence "Asking ...": "who is near this child". */
export function AskedFor<Answer>({
  asked,
  what,
  children,
}: {
  asked: Asked<Answer>;
  what: string;
  children: (answer: Answer) => ReactNode;
}) {
  if (asked.is === 'answered') return children(asked.answer);
  if (asked.is === 'failed') return <TroubleSays trouble={asked.trouble} what={what} askAgain={asked.askAgain} />;
  return (
    <div className="kith-asking" role="status">
      <p className="govuk-body">
        {asked.late ? `Still asking ${what}. This is taking longer than usual; nothing is lost while you wait.` : `Asking ${what} …`}
      </p>
      {asked.late ? (
        <Button kind="secondary" onClick={asked.stop}>
          Stop waiting
        </Button>
      ) : null}
    </div>
  );
}

type Says = (trouble: Trouble, what: string) => { heading: string; text: string };

const SAYS: Readonly<Record<TroubleCode, Says>> = {
  BAD_INPUT: (trouble) => ({ heading: 'This cannot be asked in this way', text: `${trouble.message} Change the question and ask again.` }),
  NOT_SIGNED_IN: () => ({
    heading: 'You are signed out',
    text: 'Sign in again to see this. Your place is kept in the address of this page.',
  }),
  REASON_REQUIRED: () => ({
    heading: 'A purpose is needed first',
    text: 'Say why you are looking. Your place is kept in the address of this page.',
  }),
  NOT_PERMITTED: (trouble) => ({ heading: 'You may not do this here', text: trouble.message }),
  NOT_FOUND: () => ({
    heading: 'No record can be shown here',
    text: 'There may be no such record, or you may not see it. Kith says the same for both. Search for the person instead.',
  }),
  UNKNOWN_QUESTION: () => ({
    heading: 'This page is older than the server',
    text: 'Kith has changed since this page was opened. Load the page again.',
  }),
  TOO_MUCH: () => ({ heading: 'This asks for too much at once', text: 'Ask with fewer steps, fewer kinds of tie or a shorter time.' }),
  BUSY: (_, what) => ({
    heading: 'Too many are asking at once',
    text: `Kith has not begun to ask its records ${what}. Nothing can be said from that. Ask again in a few seconds.`,
  }),
  TIMED_OUT: (_, what) => ({
    heading: 'No answer in time',
    text: `Kith was still asking ${what} when the time for it was over. Nothing can be said from that. Ask again, or ask with fewer steps.`,
  }),
  GRAPH_UNAVAILABLE: () => ({
    heading: 'The records cannot be read now',
    text: 'Kith is running, but its database does not answer. Nothing can be said about anybody until it does. Ask again in a minute, or ask whoever runs Kith.',
  }),
  AUDIT_UNAVAILABLE: () => ({
    heading: 'This cannot be shown now',
    text: 'Every look must be recorded before it is shown, and the record of looks cannot be written. Tell whoever runs Kith.',
  }),
  BUG: (trouble) => ({ heading: 'Something went wrong in Kith', text: trouble.message }),
  UNREACHABLE: () => ({
    heading: 'Kith cannot be reached',
    text: 'The server does not answer. Check your connection and ask again. What you typed is still here.',
  }),
  STOPPED: (_, what) => ({ heading: 'You stopped waiting', text: `Kith was still asking ${what}. Nothing can be said from that.` }),
  TOO_OFTEN: () => ({ heading: 'Too many questions in a short time', text: 'Wait a minute, then ask again.' }),
};

/** Codes where asking the same again can help. */
const WORTH_REPEATING: readonly TroubleCode[] = [
  'BUSY',
  'TIMED_OUT',
  'GRAPH_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
  'BUG',
  'UNREACHABLE',
  'STOPPED',
  'TOO_OFTEN',
  'NOT_SIGNED_IN',
  'REASON_REQUIRED',
];

export function TroubleSays({ trouble, what, askAgain }: { trouble: Trouble; what: string; askAgain: () => void }) {
  const { heading, text } = SAYS[trouble.code](trouble, what);
  return (
    <div className="kith-trouble" role="alert">
      <p className="govuk-heading-s">{heading}</p>
      <p className="govuk-body">{text}</p>
      {WORTH_REPEATING.includes(trouble.code) ? (
        <Button kind="secondary" onClick={askAgain}>
          Ask again
        </Button>
      ) : null}
      {trouble.code === 'NOT_FOUND' ? (
        <p className="govuk-body">
          <Link className="govuk-link" href={addressOf('/', {})}>
            Search for a person
          </Link>
        </p>
      ) : null}
    </div>
  );
}
