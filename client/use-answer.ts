import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, lookInto, Trouble } from './ask.ts';
import type { Shown } from '../server/access/oversight/shown.ts';
import type { Answers } from './answers.gen.ts';
import type { LookName, QuestionName, Variables } from './ask.ts';
import { useSession } from './session.tsx';

export type Asked<Answer> =
  | { is: 'asking'; late: boolean; stop: () => void }
  | { is: 'answered'; answer: Answer; askAgain: () => void }
  | { is: 'failed'; trouble: Trouble; askAgain: () => void };

/** An answer that takes longer than this is said to be late, and the reader may stop waiting. */
const LATE_MS = 4_000;

/** Asks whenever name or variables change; null: nothing to ask yet. An answer to a question no longer on the page is dropped. */
export function useAnswer<Name extends QuestionName>(name: Name, variables: Variables | null): Asked<Answers[Name]> {
  return useAsked<Name, Answers[Name]>(ask, name, variables);
}

/** The same for a look into the log or at the seals. */
export function useLook<Name extends LookName>(name: Name, given: Variables | null): Asked<Shown[Name]> {
  return useAsked<Name, Shown[Name]>(lookInto, name, given);
}

type Send<Name, Answer> = (name: Name, given: Variables, signal: AbortSignal) => Promise<Answer>;

/** `send`: a function of a module, the same at every call. */
function useAsked<Name, Answer>(send: Send<Name, Answer>, name: Name, variables: Variables | null): Asked<Answer> {
  const { lost } = useSession();
  const [turn, setTurn] = useState(0);
  const key = variables === null ? null : JSON.stringify([name, variables, turn]);
  const [state, setState] = useState<{ key: string; asked: Asked<Answer> } | null>(null);
  const stop = useRef(() => {});
  const askAgain = useCallback(() => setTurn((n) => n + 1), []);

  useEffect(() => {
    if (key === null) return;
    const given = (JSON.parse(key) as [Name, Variables])[1];
    const control = new AbortController();
    let here = true;
    stop.current = () => control.abort();
    const late = setTimeout(() => here && setState({ key, asked: { is: 'asking', late: true, stop: () => control.abort() } }), LATE_MS);
    send(name, given, control.signal)
      .then((answer) => here && setState({ key, asked: { is: 'answered', answer, askAgain } }))
      .catch((error: unknown) => {
        if (!here) return;
        const trouble = error instanceof Trouble ? error : new Trouble('BUG', 'Something went wrong in the page.');
        if (trouble.code === 'NOT_SIGNED_IN' || trouble.code === 'REASON_REQUIRED') lost();
        setState({ key, asked: { is: 'failed', trouble, askAgain } });
      })
      .finally(() => clearTimeout(late));
    return () => {
      here = false;
      clearTimeout(late);
      control.abort();
    };
  }, [key, send, name, lost, askAgain]);

  return state !== null && state.key === key ? state.asked : { is: 'asking', late: false, stop: () => stop.current() };
}

/** Several answers as one, whole or not there: one part asked for in vain, and nothing is shown. */
export function together<Answers extends readonly unknown[]>(...parts: { [Part in keyof Answers]: Asked<Answers[Part]> }): Asked<Answers> {
  const all: readonly Asked<unknown>[] = parts;
  const failed = all.find((one) => one.is === 'failed');
  if (failed?.is === 'failed') return failed;
  const asking = all.find((one) => one.is === 'asking');
  if (asking?.is === 'asking') return asking;
  const answered = all.flatMap((one) => (one.is === 'answered' ? [one] : []));
  return {
    is: 'answered',
    answer: answered.map(({ answer }) => answer) as unknown as Answers,
    askAgain: () => answered.forEach(({ askAgain }) => askAgain()),
  };
}
