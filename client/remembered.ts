/** What the things of earlier answers are called, for as long as the page is open: what is left out is in no answer any more. */
import { gatheredTies } from './web/from-answer.ts';
import type { WebAnswer } from './web/from-answer.ts';

const labels = new Map<string, string>();

export function remember(web: WebAnswer): void {
  for (const { person } of web.people) labels.set(person.id, person.name);
  for (const home of web.homes) labels.set(home.id, home.name);
  for (const { id, tie } of gatheredTies(web)) labels.set(id, tie.says);
  for (const stay of web.stays) labels.set(stay.id, stay.says);
  for (const role of web.roles) labels.set(role.id, role.says);
}

export function labelOf(id: string): string {
  return labels.get(id) ?? 'a record named in the address';
}
