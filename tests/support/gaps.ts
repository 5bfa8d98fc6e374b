/** What the tests of the gaps the five reviews name (docs/gaps.md) ask with, and read of the answers. */
import type { Answer } from './given.ts';
import type { Review } from './reviews.ts';

/** Arguments of a question about people of one review: its prefix before every id, and one day for both clocks. */
export const settings = (review: Review, people: string[], day: string, more: object = {}): Record<string, unknown> => ({
  people: people.map((id) => `${review}/${id}`),
  asAt: day,
  heldOn: day,
  first: 500,
  ...more,
});

/** "connor" of "mia/connor": of whatever has an id. */
export const idsOf = (these: Answer[]): string[] => these.map(({ id }) => id.split('/')[1]!);

/** Each hand-off: its id, from whom to whom, for how many days, and the day that settled it. */
export const brief = (review: Review, handOffs: Answer[]): string[] =>
  handOffs.map(({ id, from, to, days, settledOn }: Answer) =>
    [id.replace(`${review}/`, ''), idsOf([from, ...to]).join(' to '), days, ...(settledOn === null ? [] : [settledOn])].join(', '),
  );

/** One entry of a chronology, whichever list it stands in. */
export const entryOf = (answer: Answer, id: string): Answer =>
  [...answer.entries, ...answer.undated, ...answer.notHeld].find((one: Answer) => one.id === id);

/** One agency's part in one meeting, referral or decision of a coverage. */
export const partOf = (answer: Answer, act: string, agency: string): Answer =>
  answer.covered.find(({ id }: Answer) => id === act).agencies.find((one: Answer) => one.agency.id === agency);
