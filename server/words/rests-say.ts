/** What would fall if something had never been said, in a sentence or two. Pure. */
import { andList } from './route-says.ts';

export type RestsSaid = {
  /** A statement or a source was named. */
  asked: boolean;
  statements: number;
  /** What falls with it: repeats, and what withdraws it. */
  repeats: number;
  routes: number;
  routesBefore: number;
  /** Persons of concern that would be found no more. */
  people: readonly string[];
  /** Ties and facts of concern. */
  facts: number;
  /** Those of which fewer days would be left, as a sentence, with those days in words. */
  shorter: readonly { says: string; left: string }[];
};

export function restsSay({ asked, statements, repeats, routes, routesBefore, people, facts, shorter }: RestsSaid): string {
  if (!asked) return 'No statement or source was named: what rests on one interested source alone is listed.';
  if (statements === 0) return 'No statement of that source bears on these routes: nothing of them rests on it.';
  const said = statements === 1 ? 'this statement' : `these ${statements} statements`;
  const also =
    repeats === 0
      ? ''
      : `, and ${repeats === 1 ? 'one that only repeats or withdraws' : `${repeats} that only repeat or withdraw`} ${statements === 1 ? 'it' : 'them'},`;
  const never = `Had ${said}${also} never been made, `;
  if (facts === 0) {
    const why = shorter.length === 0 ? ': others say the same' : '';
    return `${never}every route, tie and fact of concern would still be found${why}.${shorterSays(shorter)}`;
  }
  const fallen = `${facts === 1 ? '1 tie or fact' : `${facts} ties and facts`} would fall`;
  const lost =
    routes === 0 ? ', and every route would still be found' : `, and ${routes} of ${routesBefore} routes would no longer be found`;
  const gone = people.length === 0 ? '' : ` ${andList(people)} would not be found at all.`;
  return `${never}${fallen}${lost}.${gone}${shorterSays(shorter)}`;
}

const MOST_TOLD = 6;

function shorterSays(shorter: RestsSaid['shorter']): string {
  if (shorter.length === 0) return '';
  const told = shorter.slice(0, MOST_TOLD).map(({ says, left }) => `${says.replace(/\.$/, '')}: without it only ${left}`);
  const more = shorter.length > MOST_TOLD ? `; and ${shorter.length - MOST_TOLD} more` : '';
  return ` Fewer days would be left of ${shorter.length === 1 ? '1 tie or fact' : `${shorter.length} ties and facts`}: ${told.join('; ')}${more}.`;
}
