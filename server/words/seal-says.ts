/** What a seal covers, whom it opens to and for how long, in words. Pure. */
import { ROLES, isRole } from '../access/viewer.ts';
import { isGoingOn, readSpan } from '../ledger/dates.ts';
import type { SealRecord } from '../ledger/records.ts';
import { spanSays } from './dates-say.ts';
import { andList } from './route-says.ts';

export interface Counts {
  people: number;
  homes: number;
  organisations: number;
  records: number;
}

/** "2 people and 1 record". */
export function coversSays({ people, homes, organisations, records }: Counts): string {
  const parts = [
    counted(people, 'person', 'people'),
    counted(homes, 'home', 'homes'),
    counted(organisations, 'organisation', 'organisations'),
    counted(records, 'record', 'records'),
  ];
  return andList(parts.filter((part) => part !== ''));
}

/** "users amira and ada; privacy officers; Police"; `nameOf`: of an agency. */
export function opensSays({ opens }: SealRecord, nameOf: (agency: string) => string): string {
  const { users = [], roles = [], agencies = [] } = opens ?? {};
  const parts = [
    users.length === 0 ? '' : `${users.length === 1 ? 'user' : 'users'} ${andList(users)}`,
    roles.length === 0 ? '' : `the role ${andList(roles.map((role) => (isRole(role) ? ROLES[role] : role)))}`,
    agencies.length === 0 ? '' : andList(agencies.map(nameOf)),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nobody' : parts.join('; ');
}

/** "from 3 May 2020 to 9 June 2021", "no end given". */
export function periodSays({ from, to }: SealRecord): string {
  const [start, end] = [from, to].map((date) => (date === undefined || isGoingOn(date) ? undefined : spanSays(readSpan(date))));
  const begins = start === undefined ? 'from the day it was loaded' : `from ${start}`;
  return end === undefined ? `${begins}, no end given` : `${begins} to ${end}`;
}

/** What somebody who may not open it notices. */
export const policySays = ({ policy = 'hide' }: SealRecord): string =>
  policy === 'signal' ? 'signal: whoever comes upon it is told whom to ask' : 'hide: whoever comes upon it is told nothing';

const counted = (count: number, one: string, many: string): string => (count === 0 ? '' : `${count} ${count === 1 ? one : many}`);
