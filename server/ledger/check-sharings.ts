/** A sharing of what `from` did not hold is refused (docs/model.md section 4). Pure. */
import type { Row } from './case-file.ts';
import type { Found, Known, Wrong } from './check-records.ts';
import { earlier, later, readSpan } from './dates.ts';
import { groupBy } from './grouping.ts';
import { shown } from './problems.ts';
import type { SharingRecord } from './records.ts';
import type { Day } from './versions.ts';

/**
 * Days may be imprecise: refused is only what could not have been held, whatever days were meant.
 * Only what arrived (`received`, as is assumed where no state is given) can be shared on.
 */
export function checkSharings(fresh: readonly Row[], known: Known, find: Found, wrong: Wrong): void {
  const sharings = [...fresh.flatMap(({ record }) => (record.type === 'sharing' ? [record] : [])), ...known.sharings];
  const byStatement = groupBy(
    sharings.flatMap((sharing) => sharing.statements.map((id) => ({ id, sharing }))),
    ({ id }) => id,
  );
  for (const row of fresh) {
    const sharing = row.record;
    if (sharing.type !== 'sharing') continue;
    for (const [index, id] of sharing.statements.entries()) {
      const statement = find(id);
      if (statement?.type !== 'statement') continue;
      const first = firstPossible(
        statement.agency,
        readSpan(statement.recorded).earliest,
        (byStatement.get(id) ?? []).map((one) => one.sharing),
      );
      const day = first.get(sharing.from);
      if (day === undefined)
        wrong(row, `statements[${index}]`, `${shown(sharing.from)} never held ${shown(id)}: it neither recorded nor received it`);
      else if (day > readSpan(sharing.on).latest)
        wrong(
          row,
          `statements[${index}]`,
          `${shown(sharing.from)} did not hold ${shown(id)} by ${shown(sharing.on)}: it had it on ${day} at the earliest`,
        );
    }
  }
}

/** The first day on which each agency may have held a statement, over every chain of sharings. */
export function firstPossible(recorder: string, recorded: Day, sharings: readonly SharingRecord[]): Map<string, Day> {
  const first = new Map([[recorder, recorded]]);
  const received = sharings.filter((sharing) => (sharing.state ?? 'received') === 'received');
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, on } of received) {
      const held = first.get(from);
      const span = readSpan(on);
      if (held === undefined || held > span.latest) continue;
      const arrived = later(held, span.earliest);
      const before = first.get(to);
      if (before !== undefined && before <= arrived) continue;
      first.set(to, before === undefined ? arrived : earlier(before, arrived));
      changed = true;
    }
  }
  return first;
}
