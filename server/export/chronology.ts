/** A chronology as a document and as one table: what is on its page, in the same order. Pure. */
import type { Viewer } from '../access/viewer.ts';
import { settingsOf, type Exported, type GroundsRead, type Section } from './report.ts';

type Named = { name: string };
type Entry = {
  id: string;
  kind: string;
  agency: Named;
  happened: { earliest: string | null; latest: string | null; says: string };
  until: { says: string } | null;
  knownFrom: string | null;
  heldBy: { agency: Named; from: string }[];
  delay: { least: number | null; most: number | null; says: string } | null;
  heldBefore: boolean;
  what: string;
  source: string;
  done: string | null;
  ref: string | null;
  note: string | null;
};
export type ChronologyRead = {
  people: Named[];
  grounds: GroundsRead;
  settings: string;
  order: string;
  pageSays: string;
  asHeldBy: Named | null;
  entries: Entry[];
  undated: Entry[];
  notHeld: Entry[];
  lanes: { says: string }[];
  withoutRecord: Named[];
};

export function exportChronology(answer: ChronologyRead, viewer: Viewer): Exported {
  const { people, grounds, entries, undated, notHeld, asHeldBy, lanes, withoutRecord } = answer;
  const names = people.map(({ name }) => name).join('; ');
  const about = [
    ['People', names],
    ['Asked for', answer.settings],
    ['Order', answer.order],
    ['Entries in this file', answer.pageSays],
  ] as const;
  const listed = (heading: string, some: readonly Entry[]): Section[] =>
    some.length === 0 ? [] : [{ heading, table: { heads: READ_HEADS, rows: some.map(readRow) } }];
  return {
    report: {
      title: `Chronology: ${names}`,
      settings: settingsOf('chronology', about, grounds, viewer, answer),
      sections: [
        { heading: 'How this answer was reached', paragraphs: [grounds.says] },
        ...listed(asHeldBy === null ? 'As it happened' : `As it came to be held by ${asHeldBy.name}`, entries),
        ...listed('No day recorded', undated),
        ...listed(`Not held by ${asHeldBy?.name ?? 'that agency'}`, notHeld),
        {
          heading: 'What each agency held, and from when',
          paragraphs: [
            ...lanes.map(({ says }) => says),
            ...(withoutRecord.length === 0
              ? []
              : [`No record of these people is held here by ${withoutRecord.map(({ name }) => name).join('; ')}.`]),
          ],
        },
      ],
    },
    table: {
      heads: ROW_HEADS,
      rows: [
        ...entries.map((entry) => row(entry, asHeldBy === null ? 'dated' : 'held')),
        ...undated.map((entry) => row(entry, 'no day recorded')),
        ...notHeld.map((entry) => row(entry, 'not held')),
      ],
    },
  };
}

const READ_HEADS = ['Happened', 'Entry', 'Held from, by whom', 'Delay', 'Source', 'What was done'];
const ROW_HEADS = [
  'Id',
  'List',
  'Kind',
  'Happened, first day',
  'Happened, last day',
  'Happened',
  'To',
  'Entry',
  'Recorded or sent by',
  'Known from',
  'Held by',
  'Delay in days, least',
  'Delay in days, most',
  'Held before it happened',
  'Source',
  'What was done',
  'Reference',
  'Note',
];

const heldSays = ({ heldBy }: Entry): string => heldBy.map(({ agency, from }) => `${from} ${agency.name}`).join('; ');
const happenedSays = ({ happened, until }: Entry): string => `${happened.says}${until === null ? '' : `, to ${until.says}`}`;
const sourceSays = ({ source, ref }: Entry): string => `${source}${ref === null ? '' : ` (${ref})`}`;
const delaySays = ({ delay, heldBefore }: Entry): string =>
  delay === null ? 'not known' : `${delay.says}${heldBefore ? ' it happened' : ''}`;

const readRow = (entry: Entry): string[] => [
  happenedSays(entry),
  entry.what,
  heldSays(entry),
  delaySays(entry),
  sourceSays(entry),
  entry.done ?? 'nothing recorded',
];

const row = (entry: Entry, list: string): string[] => [
  entry.id,
  list,
  entry.kind,
  entry.happened.earliest ?? '',
  entry.happened.latest ?? '',
  entry.happened.says,
  entry.until?.says ?? '',
  entry.what,
  entry.agency.name,
  entry.knownFrom ?? '',
  heldSays(entry),
  numberOr(entry.delay?.least),
  numberOr(entry.delay?.most),
  entry.heldBefore ? 'yes' : 'no',
  entry.source,
  entry.done ?? '',
  entry.ref ?? '',
  entry.note ?? '',
];

const numberOr = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
