/** In one agency's words nobody is their own ancestor by birth. Pure. */
import type { Row } from './case-file.ts';
import type { Known, Wrong } from './check-records.ts';
import { perhapsInCircles } from './circles.ts';
import { groupBy } from './grouping.ts';
import { shown } from './problems.ts';
import type { StatementRecord } from './records.ts';

type Birth = { agency: string; parent: string; child: string; row: Row | undefined };

/**
 * Agencies may contradict each other, and what each said is kept; but a circle of births in one agency's
 * own words is a slip of the pen that would be drawn as a family. A parent whom it also denied or withdrew
 * is not counted: that is how the slip is put right.
 */
export function checkBirths(fresh: readonly Row[], known: Known, wrong: Wrong): void {
  const withdrawn = new Set(
    fresh.flatMap(({ record }) => (record.type === 'statement' && record.withdraws !== undefined ? [record.withdraws] : [])),
  );
  const said = [
    ...fresh.flatMap((row): { statement: StatementRecord; row: Row | undefined }[] =>
      row.record.type === 'statement' ? [{ statement: row.record, row }] : [],
    ),
    ...known.births.filter((birth) => !birth.isWithdrawn).map(({ statement }) => ({ statement, row: undefined })),
  ].filter(({ statement }) => statement.claim.type === 'parent' && !withdrawn.has(statement.id));
  const denied = new Set(said.filter(({ statement }) => isDenial(statement)).map(({ statement }) => wordOn(statement)));
  const births = said.flatMap(({ statement, row }): Birth[] => {
    const { claim } = statement;
    return claim.type === 'parent' && claim.basis === 'birth' && !isDenial(statement) && !denied.has(wordOn(statement))
      ? [{ agency: statement.agency, parent: claim.parent, child: claim.child, row }]
      : [];
  });
  for (const circle of [...groupBy(births, (birth) => birth.agency).values()].flatMap(circlesIn)) {
    const place = circle.find((birth) => birth.row !== undefined);
    if (place?.row)
      wrong(
        place.row,
        'claim.child',
        `${shown(place.child)} would be their own ancestor by birth: ${circle
          .slice(0, 6)
          .map((birth) => shown(birth.parent))
          .join(', parent of ')}${circle.length > 6 ? ', ...' : ''}`,
      );
  }
}

const isDenial = ({ stance }: StatementRecord): boolean => stance === 'denies' || stance === 'retracts' || stance === 'disproves';

function wordOn({ agency, claim }: StatementRecord): string {
  return claim.type === 'parent' ? `${agency}|${claim.parent}|${claim.child}` : '';
}

/** Each circle once, found walking down from parent to child without recursion: a file may hold a chain of a million. */
function circlesIn(all: readonly Birth[]): Birth[][] {
  const people = new Map<string, number>();
  const numberOf = (id: string): number => people.get(id) ?? people.set(id, people.size).size - 1;
  const births = perhapsInCircles({
    parents: all.map(({ parent }) => numberOf(parent)),
    children: all.map(({ child }) => numberOf(child)),
  }).map((at) => all[at]!);
  const children = groupBy(births, (birth) => birth.parent);
  const done = new Set<string>();
  const circles: Birth[][] = [];
  for (const root of children.keys()) {
    const path: Birth[] = [];
    const onPath = new Map<string, number>([[root, 0]]);
    const stack = [{ person: root, next: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const birth = done.has(top.person) ? undefined : children.get(top.person)?.[top.next];
      if (birth === undefined) {
        done.add(top.person);
        onPath.delete(top.person);
        stack.pop();
        path.pop();
        continue;
      }
      top.next += 1;
      const start = onPath.get(birth.child);
      if (start !== undefined) circles.push([...path.slice(start), birth]);
      else if (!done.has(birth.child)) {
        path.push(birth);
        onPath.set(birth.child, path.length);
        stack.push({ person: birth.child, next: 0 });
      }
    }
  }
  return circles;
}
