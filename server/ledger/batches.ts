/** Rows in one message to the database: large enough to be quick, small enough for its memory. */
export const BATCH = 5_000;

export function* batchesOf<Item>(items: readonly Item[], size = BATCH): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** `ask` for every batch, the rows of all together. */
export async function inBatches<Item, Row>(items: Iterable<Item>, ask: (batch: Item[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const batch of batchesOf([...items])) for (const row of await ask(batch)) rows.push(row);
  return rows;
}

/** A load may take its time over a statement; only questions are answered within seconds. */
export const LONG = { timeoutMs: 120_000 };
