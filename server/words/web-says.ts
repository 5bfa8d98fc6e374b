/** A web in one sentence, for the caption above the picture: every number is a count of what is shown. Pure. */
import type { Day } from '../ledger/versions.ts';
import { daySays } from './dates-say.ts';
import { andList } from './route-says.ts';

export type WebCounted = {
  subject: string;
  age: string;
  asAt: Day;
  within: number;
  /** Names of the homes the subject lives, stays or lodges in on the day. */
  homes: readonly string[];
  /** Beside the subject. */
  people: number;
  peopleOfConcern: number;
  homesShown: number;
  organisations: number;
  agencies: number;
  truncated: boolean;
};

export function webSays({
  subject,
  age,
  asAt,
  within,
  homes,
  people,
  peopleOfConcern,
  homesShown,
  organisations,
  agencies,
  truncated,
}: WebCounted): string {
  const where = homes.length === 0 ? 'no home is recorded' : `lives or stays at ${andList(homes)}`;
  const reach = within === 1 ? '1 step' : `${within} steps`;
  const who =
    people === 0
      ? `Nobody is recorded within ${reach}`
      : `${truncated ? 'The nearest ' : ''}${counted(people, 'person', 'people')} within ${reach}${truncated ? ' (there are more)' : ''}`;
  const concern =
    peopleOfConcern === 0
      ? ''
      : `${people === 0 ? '; ' : ', '}${counted(peopleOfConcern, 'person of concern', 'people of concern')} among them`;
  const shown = [
    counted(homesShown, 'home', 'homes'),
    counted(organisations, 'group or organisation', 'groups or organisations'),
    counted(agencies, 'agency with a record', 'agencies with a record'),
  ];
  return `${subject} (${age}), on ${daySays(asAt)}: ${where}. ${who}${concern}; ${andList(shown)}.`;
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count === 0 ? 'no' : count} ${count === 0 ? one : many}`;
