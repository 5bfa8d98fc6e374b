/** A decision in words: who decided what about whom, when, and why. Pure. */
import { andList } from './route-says.ts';

export type DecisionSaid = {
  agency: string;
  on: string;
  about: readonly string[];
  /** Null: not open to the asker. */
  decision: string | null;
  reason: string | null;
  by: string | null;
};

/** "Social care decided on 3 May 2020 about Connor (amira, MASH worker): no further action. Reason: ...". */
export function decisionSays({ agency, on, about, decision, reason, by }: DecisionSaid): string {
  const whom = about.length === 0 ? '' : ` about ${andList(about)}`;
  const who = by === null ? '' : ` (${by})`;
  const what = decision === null ? 'what was decided is not open to you' : decision;
  return [sentence(`${agency} decided ${on}${whom}${who}: ${what}`), reason === null ? '' : sentence(`Reason: ${reason}`)]
    .filter((part) => part !== '')
    .join(' ');
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
