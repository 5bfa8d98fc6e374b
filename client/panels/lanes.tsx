import { sayDay } from '../days.ts';
import { labelAt, rowsOfLabels, yearsOf } from '../over-time.ts';
import type { WebAnswer } from '../web/from-answer.ts';
import { lanesOf } from '../web/households.ts';
import { Drawing, shortName } from './drawing.tsx';

const WIDTH = 900;
const LABEL = 230;
const HEIGHT = 34;
const ROW = 17;

/** Stays over time, a lane for each household. The table of households says the same in words. */
export function Lanes({ web }: { web: WebAnswer }) {
  const drawn = lanesOf(web);
  if (drawn === null) return <p className="govuk-body">No stay with a day is recorded, so there is nothing to draw over time.</p>;
  const { lanes, marks, from, to } = drawn;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const x = (day: string) => LABEL + ((Math.min(Math.max(Date.parse(day), first), last) - first) / (last - first)) * (WIDTH - LABEL - 20);
  const bottom = lanes.length * HEIGHT + 24;
  const labels = marks.map((mark) => labelAt(mark.says, x(mark.day), [LABEL, WIDTH]));
  const rows = rowsOfLabels(labels);
  const height = bottom + 20 + ROW * Math.max(1, ...rows.map((row) => row + 1));
  return (
    <figure className="kith-figure" aria-label="Lanes of the stays">
      <figcaption className="govuk-body">
        Stays of {web.subject.name} from {sayDay(from)} to {sayDay(to)}. Solid: lived there. Dashed: stayed. Dotted: visited.{' '}
        {marks.length > 0 ? 'Upright lines: births of children in these homes.' : ''}
      </figcaption>
      <Drawing
        region="Drawing of the stays"
        says={`Stays over time: ${lanes.map((lane) => `${lane.home.name}: ${lane.spans.map((span) => span.says).join('; ')}`).join('. ')}`}
        width={WIDTH}
        height={height}
      >
        {yearsOf(from, to).map((day) => (
          <g key={day}>
            <line x1={x(day)} x2={x(day)} y1={18} y2={bottom} className="kith-lane-year" />
            <text x={x(day)} y={12} textAnchor="middle">
              {day.slice(0, 4)}
            </text>
          </g>
        ))}
        {lanes.map((lane, i) => (
          <g key={lane.home.id}>
            <text x={0} y={i * HEIGHT + 40}>
              {shortName(lane.home.name, 30)}
            </text>
            {lane.spans.map((span) => (
              <line
                key={span.id}
                x1={x(span.from ?? from)}
                x2={Math.max(x(span.to ?? to), x(span.from ?? from) + 3)}
                y1={i * HEIGHT + 35}
                y2={i * HEIGHT + 35}
                className={`kith-lane ${span.pattern === 'lives' ? 'kith-lane-lives' : span.pattern === 'visits' ? 'kith-lane-visits' : 'kith-lane-stays'}`}
              />
            ))}
          </g>
        ))}
        {marks.map((mark, i) => (
          <g key={mark.id}>
            <line x1={x(mark.day)} x2={x(mark.day)} y1={18} y2={bottom + 2} className="kith-lane-mark" />
            <text x={(labels[i]!.left + labels[i]!.right) / 2} y={bottom + 16 + rows[i]! * ROW} textAnchor="middle">
              {mark.says}
            </text>
          </g>
        ))}
      </Drawing>
    </figure>
  );
}
