/** A child about whom three agencies have recorded something three times a day, for years. */
import { addDays } from '../../server/ledger/dates.ts';

const AGENCIES = ['police', 'csc', 'school'];

/**
 * Records of a case file without a prefix, so many of them about `child`: in every ten six statements, of them two
 * events and two that name no day, three contacts and a decision.
 */
export function longLife(entries: number): object[] {
  return [
    { type: 'agency', id: 'police', name: 'Long Life Police', kind: 'police' },
    { type: 'agency', id: 'csc', name: 'Long Life Social Care', kind: 'social care' },
    { type: 'agency', id: 'school', name: 'Long Life School', kind: 'school' },
    { type: 'person', id: 'child', label: 'Child' },
    { type: 'person', id: 'mother', label: 'Mother' },
    { type: 'household', id: 'home', label: 'Home' },
    ...Array.from({ length: entries }, (_, at) => entry(at, AGENCIES[at % AGENCIES.length]!, addDays('1990-01-01', Math.floor(at / 3)))),
  ];
}

function entry(at: number, agency: string, on: string): object {
  const id = `e${String(at).padStart(5, '0')}`;
  const said = (claim: object): object => ({ type: 'statement', id, agency, recorded: addDays(on, 3), claim });
  const kind = at % 10;
  if (kind < 2)
    return said({ type: 'event', key: id, form: 'seen', persons: [{ person: 'child', part: 'seen', present: true }], from: on });
  if (kind < 3) return said({ type: 'involvement', agency, person: 'child', form: 'open', from: on });
  if (kind < 4) return said({ type: 'home', person: 'child', household: 'home', pattern: 'lives', from: on });
  if (kind < 5) return said({ type: 'parent', parent: 'mother', child: 'child', basis: 'birth' });
  if (kind < 6) return said({ type: 'detail', person: 'child', names: [{ given: 'Child' }] });
  if (kind < 9) return { type: 'contact', id, agency, on, kind: 'visit', about: ['child'], with: ['mother'], outcome: 'Seen.' };
  return { type: 'decision', id, agency, on, about: ['child'], decision: 'no change', reason: 'seen' };
}
