/** Counts as bars, with an equal table. A count too small to be given has no bar, and says so. */
import { Details, Table } from '../govuk/text.tsx';

const WIDTH = 900;
const LABEL = 260;
const BAR = 22;
const LONGEST_NAME = 36;

interface Counted {
  name: string;
  /** Null: some, too few to be given. */
  count: number | null;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `what`: what is counted by, as in "Pairs by area". */
export function Counts({ title, what, counts }: { title: string; what: string; counts: readonly Counted[] }) {
  const most = Math.max(1, ...counts.map(({ count }) => count ?? 0));
  if (counts.length === 0) return null;
  const height = counts.length * BAR;
  return (
    <figure className="kith-figure" aria-label={title}>
      <figcaption className="govuk-heading-s">{title}</figcaption>
      <div className="kith-scroll" role="region" aria-label={`Drawing: ${title}`} tabIndex={0}>
        <svg
          className="kith-lanes"
          viewBox={`0 0 ${WIDTH} ${height}`}
          width={WIDTH}
          height={height}
          role="img"
          aria-label={`${title}: ${counts.length} bars. The table below says the same.`}
        >
          {counts.map(({ name, count }, at) => (
            <g key={name}>
              <text x={LABEL - 8} y={at * BAR + 15} textAnchor="end">
                {name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}
              </text>
              <rect
                className="kith-bar"
                x={LABEL}
                y={at * BAR + 4}
                width={((count ?? 0) / most) * (WIDTH - LABEL - 120)}
                height={BAR - 8}
              />
              <text x={LABEL + ((count ?? 0) / most) * (WIDTH - LABEL - 120) + 8} y={at * BAR + 15}>
                {count ?? 'fewer than 5'}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <Details summary={`As a table: ${lowerFirst(title)}`}>
        <Table
          caption={title}
          hideCaption
          heads={[what, 'Pairs']}
          rows={counts.map(({ name, count }) => ({ key: name, cells: [name, count === null ? 'fewer than 5' : String(count)] }))}
        />
      </Details>
    </figure>
  );
}
