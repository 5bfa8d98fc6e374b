/** The reviewer's questions about one child, each a page of its own; on the network check, the web and each of these pages. */
import { Link } from 'wouter';
import { addressOf } from '../address.ts';
import type { PagePath } from '../address.ts';
import type { View } from '../fragment.ts';

const PAGES: readonly (readonly [PagePath, string])[] = [
  ['/first-held', 'Who first held it'],
  ['/compare-days', 'Compare two days'],
  ['/rests-on', 'What rests on whose word'],
  ['/chronology', 'Chronology'],
  ['/review', 'What does not agree, was not taken up, was not told'],
];
/** Pages about several people, which begin with the child alone. */
const OF_PEOPLE: readonly PagePath[] = ['/chronology', '/review'];

export function ReviewLinks({ view, child, here }: { view: View; child: string; here?: PagePath }) {
  const { asAt, heldOn, heldBy, within } = view;
  return (
    <nav aria-label="For a review" className="kith-review-links">
      <p className="govuk-body">
        For a review:{' '}
        {PAGES.map(([page, words], at) => (
          <span key={page}>
            {at === 0 ? '' : ' · '}
            <Link
              className="govuk-link"
              href={addressOf(
                page,
                OF_PEOPLE.includes(page) ? { people: [child], asAt, heldOn, heldBy } : { of: child, asAt, heldOn, heldBy, within },
              )}
              aria-current={page === here ? 'page' : undefined}
            >
              {words}
            </Link>
          </span>
        ))}
      </p>
    </nav>
  );
}
