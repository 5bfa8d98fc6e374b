/** A bench's figures as a table and as a plot. Pure. */

export type Line = { name: string; p50: number; p99: number; /** Times the floor. */ ratio: number };

/** The figure below which so large a share of them lies. */
export const share = (all: readonly number[], part: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? Number.NaN;

export function tableOf(lines: readonly Line[]): string[] {
  return [
    '| what | p50 ms | p99 ms | T | p99/p50 |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines.map(
      ({ name, p50, p99, ratio }) =>
        `| ${name} | ${p50.toFixed(2)} | ${p99.toFixed(1)} | ${ratio.toFixed(1)} | ${(p99 / p50).toFixed(1)} |`,
    ),
  ];
}

/** One bar a line; Kith and SQL differ in shade and in their names. */
export function barPlot(title: string, lines: readonly Line[]): string {
  const [left, width, row] = [260, 420, 26];
  const most = Math.max(...lines.map(({ ratio }) => ratio));
  const bars = lines.map(({ name, ratio }, at) => {
    const y = 40 + at * row;
    const long = Math.max(1, (ratio / most) * width);
    return `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${name}</text><rect x="${left}" y="${y}" width="${long.toFixed(1)}" height="18" fill="${name.startsWith('S') ? '#801650' : '#12436d'}"/><text x="${(left + long + 6).toFixed(1)}" y="${y + 14}">${ratio.toFixed(1)}</text>`;
  });
  const height = 50 + lines.length * row;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + width + 80}" height="${height}" viewBox="0 0 ${left + width + 80} ${height}" font-family="Arial, sans-serif" font-size="13"><title>${title}</title><text x="8" y="22" font-size="15" font-weight="bold">${title}</text>${bars.join('')}</svg>\n`;
}
