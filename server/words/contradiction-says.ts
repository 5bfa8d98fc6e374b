/** A contradiction in words: what does not agree, who said what when, and who only said it again. Pure. */
import type { ContradictionKind } from '../reviewing/contradictions.ts';
import { daySays } from './dates-say.ts';
import { andList } from './route-says.ts';

const KINDS: Readonly<Record<ContradictionKind, string>> = {
  'so and not so': 'One says so and another that it is not so',
  days: 'The days do not agree',
  form: 'They do not agree on what it was',
  fact: 'They do not agree on a fact',
  'two homes': 'Said to live in two homes at one time',
  'own word': 'One source against its own word',
};

export type WordSaid = {
  says: string;
  isSo: boolean;
  agency: string;
  day: string;
  repeats: readonly { agency: string; day: string }[];
  withdrawn: boolean;
};

export function contradictionSays(kind: ContradictionKind, words: readonly WordSaid[]): string {
  const told = (some: readonly WordSaid[]): string => some.map(wordSays).join('; ');
  const [so, not] = [words.filter(({ isSo }) => isSo), words.filter(({ isSo }) => !isSo)];
  const sides =
    kind === 'own word'
      ? words.map(wordSays).join('; later: ')
      : kind === 'so and not so'
        ? `so: ${told(so)}; not so: ${told(not)}`
        : told(words);
  const repeats = words.flatMap((word) => word.repeats);
  return [`${KINDS[kind]}: ${sides}.`, repeats.length === 0 ? '' : repeatsSay(repeats)].filter((part) => part !== '').join(' ');
}

const wordSays = ({ says, agency, day, withdrawn }: WordSaid): string =>
  `${bare(says)} (${agency}, ${daySays(day)}${withdrawn ? '; withdrawn since' : ''})`;

/** Told again is not said by one more. */
const repeatsSay = (repeats: WordSaid['repeats']): string =>
  `Only said again, and not counted: ${andList(repeats.map(({ agency, day }) => `${agency}, ${daySays(day)}`))}.`;

const bare = (text: string): string => text.replace(/\.$/, '');
