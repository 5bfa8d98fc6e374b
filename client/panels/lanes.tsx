import { sayDay } from '../days.ts';
import type { WebAnswer } from '../web/from-answer.ts';
import { lanesOf } from '../web/households.ts';
import { Drawing, shortName } from './drawing.tsx';

const WIDTH = 900;
const LABEL = 230;
const HEIGHT = 34;

/** Stays over time, a lane for each household. The table of households says the same in words. */
export function Lanes({ web }: { web: WebAnswer }) {
  const drawn = lanesOf(web);
  if (drawn === null) return <p className="govuk-body">No stay with a day is recorded, so there is nothing to draw over time.</p>;
  const { lanes, marks, from, to } = drawn;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const x = (day: string) => LABEL + ((Math.min(Math.max(Date.parse(day), first), last) - first) / (last - first)) * (WIDTH - LABEL - 20);
  const height = lanes.length * HEIGHT + 60;
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) },
    (_, i) => `${Number(from.slice(0, 4)) + 1 + i}-01-01`,
  );
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
        {years.map((day) => (
          <g key={day}>
            <line x1={x(day)} x2={x(day)} y1={18} y2={height - 36} className="kith-lane-year" />
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
          <g key={mark.says}>
            <line x1={x(mark.day)} x2={x(mark.day)} y1={18} y2={height - 34} className="kith-lane-mark" />
            <text x={x(mark.day)} y={height - 20 + (i % 2) * 16} textAnchor={x(mark.day) > WIDTH - 120 ? 'end' : 'middle'}>
              {mark.says}
            </text>
          </g>
        ))}
      </Drawing>
    </figure>
  );
}
