import { useMemo } from 'react';
import { trustedSvg } from '../trusted.ts';
import { Details } from '../govuk/text.tsx';
import type { KeyEntry } from './key.ts';
import { keySvg } from './svg-key.ts';
import { COLOURS } from './symbol.ts';

/** The key in words, each with the small drawing the sheet has beside it. */
export function PictureKey({ entries, summary }: { entries: readonly KeyEntry[]; summary: string }) {
  const sections = useMemo(() => sectionsOf(entries), [entries]);
  return (
    <Details summary={summary} open>
      <div className="kith-key">
        {sections.map(({ words, rows }) => (
          <div key={words}>
            <p className="govuk-body-s kith-tight">
              <strong>{words}</strong>
            </p>
            <ul className="govuk-list kith-tight">
              {rows.map((row) => (
                <li key={`${row.draw} ${row.words}`}>
                  <Drawing entry={row} />
                  {row.words}
                  {row.draw === 'pill' ? <span className="govuk-visually-hidden">, written {row.code}</span> : null}
                  {row.draw === 'mark' ? <span className="govuk-visually-hidden">, written {row.mark}</span> : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Details>
  );
}

/** The drawing alone: the left part of one row of the printed key. */
function Drawing({ entry }: { entry: KeyEntry }) {
  const html = useMemo(() => {
    const { svg, height } = keySvg([{ ...entry, words: '' }], COLOURS);
    return trustedSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" class="kith" viewBox="0 2 70 ${height}" width="70" height="${height}" aria-hidden="true">${svg}</svg>`,
    );
  }, [entry]);
  return <span className="kith-key-drawing" dangerouslySetInnerHTML={{ __html: html }} />;
}

function sectionsOf(entries: readonly KeyEntry[]): { words: string; rows: KeyEntry[] }[] {
  const sections: { words: string; rows: KeyEntry[] }[] = [];
  for (const entry of entries) {
    if (entry.draw === 'heading') sections.push({ words: entry.words, rows: [] });
    else sections.at(-1)?.rows.push(entry);
  }
  return sections.filter(({ rows }) => rows.length > 0);
}
