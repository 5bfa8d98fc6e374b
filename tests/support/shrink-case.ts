/** The smallest case that still fails: leaves out record after record, with whatever cannot be said without it. */
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { mustSpan, type Day } from './oracle/dates.ts';

/** Leaves out whatever can be left out while `stillFails`; what refers to a record goes with it. */
export function shrink(records: LedgerRecord[], stillFails: (records: LedgerRecord[]) => boolean): LedgerRecord[] {
  for (const fewer of withoutOne(records)) if (stillFails(fewer)) return shrink(fewer, stillFails);
  return records;
}

/** The same where each case has to be loaded before it can be tried. */
export async function shrinkByLoading(
  records: LedgerRecord[],
  stillFails: (records: LedgerRecord[]) => Promise<boolean>,
): Promise<LedgerRecord[]> {
  for (const fewer of withoutOne(records)) if (await stillFails(fewer)) return shrinkByLoading(fewer, stillFails);
  return records;
}

function* withoutOne(records: LedgerRecord[]): Generator<LedgerRecord[]> {
  for (const gone of [...records].reverse()) {
    const fewer = leaveOut(records, gone.id);
    if (fewer.length < records.length && sharesWhatIsHeld(fewer)) yield fewer;
  }
}

/** Every sharing is of what its sender held by then, as loading demands. */
function sharesWhatIsHeld(records: LedgerRecord[]): boolean {
  const held = new Map<string, Day>(
    records.flatMap((r): [string, Day][] => (r.type === 'statement' ? [[`${r.agency} ${r.id}`, mustSpan(r.recorded).latest]] : [])),
  );
  const waiting = new Set(records.filter((r) => r.type === 'sharing'));
  for (let again = true; again;) {
    again = false;
    for (const sharing of waiting) {
      const by = mustSpan(sharing.on).latest;
      if (!sharing.statements.every((id) => (held.get(`${sharing.from} ${id}`) ?? '9999') <= by)) continue;
      again = waiting.delete(sharing);
      if ((sharing.state ?? 'received') !== 'received') continue;
      for (const id of sharing.statements) held.set(`${sharing.to} ${id}`, [by, held.get(`${sharing.to} ${id}`) ?? '9999'].sort()[0] ?? by);
    }
  }
  return waiting.size === 0;
}

/** Without these ids and whatever cannot be said without them. */
function leaveOut(records: LedgerRecord[], ...ids: string[]): LedgerRecord[] {
  const left = records
    .filter((r) => !ids.includes(r.id))
    .map((r): LedgerRecord => (r.type === 'sharing' ? { ...r, statements: r.statements.filter((s) => !ids.includes(s)) } : r))
    .map((r): LedgerRecord =>
      r.type === 'seal' && r.covers.records
        ? { ...r, covers: { ...r.covers, records: r.covers.records.filter((c) => !ids.includes(c)) } }
        : r,
    );
  const names = (r: LedgerRecord, id: string): boolean => JSON.stringify({ ...r, id: '' }).includes(`"${id}"`);
  const broken = left.filter((r) => (r.type === 'sharing' && r.statements.length === 0) || ids.some((id) => names(r, id)));
  return broken.length === 0 ? left : leaveOut(records, ...ids, ...broken.map((r) => r.id));
}
