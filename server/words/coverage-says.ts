/** Whether an agency that worked with somebody was part of a meeting or decision, or was told, in words. Pure. */
import type { Day } from '../ledger/versions.ts';
import type { Part } from '../reviewing/coverage.ts';
import { daySays } from './dates-say.ts';
import { andList } from './route-says.ts';

export type CoveredSaid = {
  agency: string;
  part: Part;
  /** Whom it worked with then, by name, and how: "supervising". */
  working: readonly { person: string; form: string }[];
  /** "on 3 May 2020". */
  when: string | null;
  notPassedOn: readonly string[];
  heldOn: Day;
};

export function coveredSays({ agency, part, working, when, notPassedOn, heldOn }: CoveredSaid): string {
  const forms = [...new Set(working.map(({ form }) => form))];
  const parts = forms.map(
    (form) => `${form} ${andList([...new Set(working.filter((one) => one.form === form).map(({ person }) => person))])}`,
  );
  const then = parts.length === 0 ? '' : ` (then ${andList(parts)})`;
  const left =
    notPassedOn.length === 0
      ? ''
      : ` Not held by it by ${daySays(heldOn)}: ${notPassedOn.map((text) => text.replace(/\.$/, '')).join('; ')}.`;
  return `${agency}${then}: ${PART_SAYS[part](when, heldOn)}.${left}`;
}

const PART_SAYS: Readonly<Record<Part, (when: string | null, heldOn: Day) => string>> = {
  'held it': () => 'it was theirs',
  asked: () => 'asked, or brought it',
  told: (when) => `told ${when ?? ''}`.trim(),
  'not known whether told': (when) => `whether it was told ${when ?? ''} is not known`.replace('  ', ' '),
  'not told': (_, heldOn) => `no record that it was there or was told, by ${daySays(heldOn)}`,
};
