/**
 * Folds everything anew under the next revision (docs/model.md section 1). The live versions must come
 * out as they are; where they do not, an earlier program folded otherwise, or something is broken.
 */
import type { Graph } from '../database/graph.ts';
import { LONG } from './batches.ts';
import { hashOfAll } from './digest.ts';
import { next, refoldAll, sealedThings } from './load.ts';
import { FOLD_VERSION } from './project.ts';
import { publish, readState, withLedger, type LedgerState } from './revision.ts';
import type { Telling } from './telling.ts';
import { writeVersions } from './writing.ts';

export type Rebuilt = { added: number; removed: number; before: LedgerState; state: LedgerState };

export async function rebuild(graph: Graph, telling: Telling): Promise<Rebuilt> {
  return withLedger(graph, telling, async (hold) => {
    const before = hold.state;
    const { added, removed } = await refoldAll(graph, hold, telling);
    await writeVersions(graph, hold, added, removed, telling);
    const seals = await graph.read('read/records-of-type', { type: 'seal' }, LONG);
    await publish(graph, hold, {
      ...next(hold, [], added, removed),
      ...(seals.length > 0 ? await sealedThings(graph, [JSON.parse(seals[0]!.line)]) : await sealedThings(graph, [])),
      load: { kind: 'rebuild', titles: [], hash: hashOfAll([]), records: 0, added: added.length, removed: removed.length },
    });
    return { added: added.length, removed: removed.length, before, state: hold.state };
  });
}

/** A store folded by other rules is rebuilt by itself, and it is said. */
export async function rebuildIfFoldedOtherwise(graph: Graph, telling: Telling): Promise<void> {
  const { foldVersion, records } = await readState(graph);
  if (records === 0 || foldVersion === FOLD_VERSION) return;
  telling.say(`This graph was folded by rules ${foldVersion}; this program has rules ${FOLD_VERSION}. Folding it anew.`);
  const { added, removed } = await rebuild(graph, telling);
  telling.say(`Folded anew: ${added} versions added, ${removed} removed.`);
}
