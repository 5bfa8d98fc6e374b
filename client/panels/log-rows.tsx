/** Rows of the log of looks, a page at a time. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntryShown } from '../../server/access/oversight/entries-shown.ts';
import type { Paged } from '../../server/access/oversight/shown.ts';
import type { Variables } from '../ask.ts';
import { sayDay } from '../days.ts';
import { Button } from '../govuk/buttons.tsx';
import { Table } from '../govuk/text.tsx';
import type { TableRow } from '../govuk/text.tsx';
import { useLook } from '../use-answer.ts';
import type { Asked } from '../use-answer.ts';
import { count } from '../words.ts';
import { AskedFor } from './asked.tsx';

/** `given` changes: the newest page of another look. */
export function LogRows({ look, given, what }: { look: 'who-saw' | 'what-did'; given: Variables; what: string }) {
  const pages = usePages(JSON.stringify(given));
  const asked = useLook(look, { ...given, ...pages.given });
  return (
    <PagedRows
      asked={asked}
      pages={pages}
      what={what}
      none="The log has no such entry."
      heads={['When', 'User', 'Role and agency', 'Purpose', 'Question', 'Outcome', 'People shown']}
      rowOf={(row: EntryShown) => ({
        key: row.entry,
        cells: [
          <>
            {saidTime(row.time)}
            <span className="govuk-body-s kith-block">entry {row.entry}</span>
          </>,
          row.user ?? 'nobody signed in',
          [row.role ?? 'no role', row.agency].filter(Boolean).join(', '),
          row.purpose === null ? 'none stated' : [row.purpose, row.reference].filter(Boolean).join(', '),
          row.question,
          row.outcome,
          row.countLeftOut ? 'not shown' : (row.people ?? 'not counted'),
        ],
      })}
      after={({ rows }) =>
        rows.some((row) => row.countLeftOut) ? (
          <p className="govuk-body">
            Where it says “not shown”, the user could open a seal that is shut to you: the number may count somebody you may not see.
          </p>
        ) : null
      }
    />
  );
}

export function Notices() {
  const pages = usePages('');
  const asked = useLook('notices', pages.given);
  return (
    <PagedRows
      asked={asked}
      pages={pages}
      what="for notices to custodians"
      none="No search has come upon a seal that you may know of."
      heads={['When', 'Seal', 'Custodian']}
      rowOf={(row) => ({ key: `${row.time} ${row.seal}`, cells: [saidTime(row.time), row.seal, row.custodian] })}
    />
  );
}

interface Pages {
  given: Variables;
  /** How many pages newer than this one there are. */
  newer: number;
  toNewer: () => void;
  toOlder: (before: string) => void;
}

/** Where the reader is among the pages of one look; another `key` begins with the newest. */
function usePages(key: string): Pages {
  const [at, setAt] = useState<{ key: string; places: readonly string[] }>({ key, places: [] });
  const places = at.key === key ? at.places : [];
  const before = places.at(-1);
  return {
    given: before === undefined ? {} : { before },
    newer: places.length,
    toNewer: () => setAt({ key, places: places.slice(0, -1) }),
    toOlder: (next) => setAt({ key, places: [...places, next] }),
  };
}

function PagedRows<Row>({
  asked,
  pages,
  what,
  none,
  heads,
  rowOf,
  after,
}: {
  asked: Asked<Paged<Row>>;
  pages: Pages;
  what: string;
  none: string;
  heads: readonly string[];
  rowOf: (row: Row) => TableRow;
  after?: (answer: Paged<Row>) => ReactNode;
}) {
  return (
    <AskedFor asked={asked} what={what}>
      {(answer) => (
        <>
          <p className="govuk-body" role="status">
            {answer.total === 0
              ? none
              : `${count(answer.total, 'entry', 'entries')}, newest first${answer.rows.length < answer.total ? `; ${answer.rows.length} on this page` : ''}.`}
          </p>
          {answer.rows.length === 0 ? null : <Table caption={`Log: ${what}`} hideCaption heads={heads} rows={answer.rows.map(rowOf)} />}
          {after?.(answer)}
          {pages.newer > 0 ? (
            <Button kind="secondary" onClick={pages.toNewer}>
              Newer entries
            </Button>
          ) : null}{' '}
          {answer.before === null ? null : (
            <Button kind="secondary" onClick={() => pages.toOlder(answer.before!)}>
              Older entries
            </Button>
          )}
        </>
      )}
    </AskedFor>
  );
}

/** "12 March 2026, 09:15:02 UTC" of an ISO time. */
const saidTime = (time: string): string => `${sayDay(time.slice(0, 10))}, ${time.slice(11, 19)} UTC`;
