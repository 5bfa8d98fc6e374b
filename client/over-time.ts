/** What the drawings over time have in common: the years they name, and labels that do not lie over each other. Pure. */

/** First days of years; no more than a dozen, so that they can be read. */
export function yearsOf(from: string, to: string): string[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))];
  const step = Math.max(1, Math.ceil((last - first + 1) / 12));
  return Array.from(
    { length: Math.max(0, Math.ceil((last - first + 1) / step)) },
    (_, i) => `${String(first + i * step).padStart(4, '0')}-01-01`,
  );
}

export interface Label {
  left: number;
  right: number;
}

/** For each label the first row in which it touches none of those before it. */
export function rowsOfLabels(labels: readonly Label[]): number[] {
  const rows: Label[][] = [];
  return labels.map((label) => {
    const free = rows.findIndex((row) => row.every(({ left, right }) => label.right < left || label.left > right));
    const at = free < 0 ? rows.length : free;
    rows[at] = [...(rows[at] ?? []), label];
    return at;
  });
}

/** Room for a text of 14 px round its middle, moved so far that it stays between the edges. */
export function labelAt(text: string, middle: number, [least, most]: readonly [number, number]): Label {
  const width = text.length * 8 + 8;
  const left = Math.max(least, Math.min(middle - width / 2, most - width));
  return { left, right: left + width };
}
