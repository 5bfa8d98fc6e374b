/** What a thread of a bulk load does (threads.ts): folds batches of the records it was handed, into lines of the import's files. */
import { workerData } from 'piscina';
import { digestPlus, type Digest } from '../digest.ts';
import { openFold, type Batch, type Folded } from './fold.ts';
import { Store } from './store.ts';
import { versionLines, type VersionLines } from './version-lines.ts';

export type Handed = { store: Store; revision: number };
export type FoldedLines = Pick<Folded, 'unit'> & { digest: Digest; versions: number; lines: VersionLines };

/** Concerns, custodies, matters and details that one topic may have. */
const NUMBERS = 1 << 20;

const { store, revision } = workerData as Handed;
const fold = openFold(Store.takenOver(store));

export default async (batch: Batch): Promise<FoldedLines[]> =>
  (await fold(batch)).map(({ unit, versions }) => ({
    unit,
    digest: digestPlus(
      '0',
      versions.map(({ hash }) => hash),
    ),
    versions: versions.length,
    lines: versionLines(versions, store, revision, batch.first * NUMBERS),
  }));
