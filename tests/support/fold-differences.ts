/** Where the program's fold and the oracle's part ways on one case, day by day. */
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { project } from '../../server/ledger/project.ts';
import type { Day } from './oracle/dates.ts';
import { linesOn, oracleDays } from './oracle/versions.ts';

export type Difference = { day: Day; onlyOracle: string[]; onlyProgram: string[] };

/** Compared on every day on which anybody came to hold anything; between them nothing may change. */
export function foldDifferences(records: LedgerRecord[]): Difference[] {
  const versions = project(records);
  return [...oracleDays(records)].flatMap(([day, expected]) => {
    const given = linesOn(versions, day);
    const onlyOracle = expected.filter((line) => !given.includes(line));
    const onlyProgram = given.filter((line) => !expected.includes(line));
    return onlyOracle.length + onlyProgram.length > 0 ? [{ day, onlyOracle, onlyProgram }] : [];
  });
}
