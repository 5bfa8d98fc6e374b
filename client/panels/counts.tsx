/** Counts as bars, with an equal table. A count too small to be given has no bar, and says so. */
import { Details, Table } from '../govuk/text.tsx';
import { Drawing, shortName } from './drawing.tsx';

const WIDTH = 1100;
const LABEL = 380;
const BAR = 22;
const LONGEST_NAME = 54;

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
  const long = (count: number | null): number => ((count ?? 0) / most) * (WIDTH - LABEL - 120);
  return (
    <figure className="kith-figure" aria-label={title}>
      <figcaption className="govuk-heading-s">{title}</figcaption>
      <Drawing
        region={`Drawing: ${title}`}
        says={`${title}: ${counts.length} bars. The table below says the same.`}
        width={WIDTH}
        height={height}
      >
        {counts.map(({ name, count }, at) => (
          <g key={at}>
            <text x={LABEL - 8} y={at * BAR + 15} textAnchor="end">
              {shortName(name, LONGEST_NAME)}
            </text>
            <rect className="kith-bar" x={LABEL} y={at * BAR + 4} width={long(count)} height={BAR - 8} />
            <text x={LABEL + long(count) + 8} y={at * BAR + 15}>
              {count ?? 'fewer than 5'}
            </text>
          </g>
        ))}
      </Drawing>
      <Details summary={`As a table: ${lowerFirst(title)}`}>
        <Table
          caption={title}
          hideCaption
          heads={[what, 'Pairs']}
          rows={counts.map(({ name, count }, at) => ({ key: String(at), cells: [name, count === null ? 'fewer than 5' : String(count)] }))}
        />
      </Details>
    </figure>
  );
}
