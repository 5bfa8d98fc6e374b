/**
 * Leaving politely: what must be closed when the process is asked to go (Ctrl-C, a SIGTERM, the
 * terminal closing), last opened first. A second Ctrl-C does not wait: `exit` handlers then do what
 * can be done at once.
 */
import process from 'node:process';

type Close = () => Promise<unknown> | undefined | void;

/** 128 + the signal's number, as shells say it. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof exitCodes;

const closers: Close[] = [];
let leaving = false;

/**
 * Has `close` run when the process is asked to go, after all that were opened later; `last`: after
 * all others, for what they still need while they close. The function returned takes that back.
 */
export function whenLeaving(close: Close, order: 'in turn' | 'last' = 'in turn'): () => void {
  if (closers.length === 0 && !leaving) for (const signal of Object.keys(exitCodes) as Signal[]) process.on(signal, leave);
  if (order === 'last') closers.unshift(close);
  else closers.push(close);
  return () => {
    const at = closers.indexOf(close);
    if (at >= 0) closers.splice(at, 1);
    if (closers.length === 0 && !leaving) for (const signal of Object.keys(exitCodes) as Signal[]) process.off(signal, leave);
  };
}

function leave(signal: NodeJS.Signals): void {
  const code = exitCodes[signal as Signal];
  if (leaving) process.exit(code);
  leaving = true;
  void closeAll().finally(() => process.exit(code));
}

async function closeAll(): Promise<void> {
  for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
    try {
      await close();
    } catch (error) {
      // One that cannot close must not keep the others open.
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}
