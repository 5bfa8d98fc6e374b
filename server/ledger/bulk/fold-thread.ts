/** What a thread of a bulk load does (threads.ts): folds batches of the records it was handed, into lines of the import's files. */
import { workerData } from 'piscina';
import { digestPlus, type Digest } from '../digest.ts';
import { openFold, type Batch, type Folded } from './fold.ts';
import { tieLine, type TieLine } from './graph-files.ts';
import { Store } from './store.ts';

export type Handed = { store: Store; revision: number };
export type FoldedLines = Pick<Folded, 'unit'> & { digest: Digest; ties: TieLine[] };

const { store, revision } = workerData as Handed;
const fold = openFold(Store.takenOver(store));

export default async (batch: Batch): Promise<FoldedLines[]> =>
  (await fold(batch)).map(({ unit, versions }) => ({
    unit,
    digest: digestPlus(
      '0',
      versions.map(({ hash }) => hash),
    ),
    ties: versions.map((version) => tieLine(version, revision)),
  }));
