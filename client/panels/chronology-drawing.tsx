import { drawnLanes } from '../chronology-lanes.ts';
import type { Chronology, Lane, LaneKind } from '../chronology-lanes.ts';
import { sayDay } from '../days.ts';
import { labelAt, rowsOfLabels, yearsOf } from '../over-time.ts';
import { count } from '../words.ts';
import { Drawing, shortName } from './drawing.tsx';

const WIDTH = 1320;
const LABEL = 380;
const HEIGHT = 30;
const LONGEST_NAME = 54;
const TOP = 22;
const ROW = 14;

const LANE_OF: Readonly<Record<LaneKind, string>> = { agency: 'agency', household: 'household', person: 'person' };

/** The entries of the table over time, a lane for each agency, household or person. */
export function ChronologyDrawing({ answer, kind }: { answer: Chronology; kind: LaneKind }) {
  const drawn = drawnLanes(answer, kind);
  if (drawn === null) return <p className="govuk-body">No entry with a day is on this page, so there is nothing to draw over time.</p>;
  const { lanes, marks, from, to } = drawn;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const x = (day: string): number => LABEL + ((Date.parse(day) - first) / (last - first)) * (WIDTH - LABEL - 20);
  const bottom = TOP + lanes.length * HEIGHT;
  const rows = rowsOfLabels(marks.map((mark, i) => labelAt(String(i + 1), x(mark.on), [LABEL, WIDTH])));
  const height = bottom + 18 + ROW * Math.max(1, ...rows.map((row) => row + 1));
  const dots = lanes.reduce((sum, lane) => sum + lane.dots.length, 0);
  return (
    <figure className="kith-figure" aria-label="Lanes of the chronology">
      <figcaption className="govuk-body">
        The entries above from {sayDay(from)} to {sayDay(to)}, a lane for each {LANE_OF[kind]}. Filled dot: recorded by the agency itself,
        on the day it held it. Hollow: learnt from another. A number: so many of one day. Thin line: from the day it happened to that day.
        {kind === 'agency' ? ' Band without dots: no record of these people is held.' : ''}
        {marks.length > 0 ? ' Numbered upright lines: key events, listed below.' : ''}
      </figcaption>
      <Drawing
        region="Drawing of the chronology"
        says={`${count(lanes.length, 'lane')}, ${count(dots, 'dot')}. The table above says the same in words.`}
        width={WIDTH}
        height={height}
      >
        {yearsOf(from, to).map((day) => (
          <g key={day}>
            <line x1={x(day)} x2={x(day)} y1={TOP - 4} y2={bottom} className="kith-lane-year" />
            <text x={x(day)} y={12} textAnchor="middle">
              {day.slice(0, 4)}
            </text>
          </g>
        ))}
        {lanes.map((lane, i) => (
          <LaneDrawn key={lane.id} lane={lane} y={TOP + i * HEIGHT} x={x} to={to} />
        ))}
        {marks.map((mark, i) => (
          <g key={mark.says}>
            <line x1={x(mark.on)} x2={x(mark.on)} y1={TOP - 4} y2={bottom + 4} className="kith-lane-mark" />
            <text x={x(mark.on)} y={bottom + 16 + rows[i]! * ROW} textAnchor="middle">
              {i + 1}
            </text>
          </g>
        ))}
      </Drawing>
      {marks.length === 0 ? null : (
        <ol className="govuk-list govuk-list--number kith-columns" aria-label="Key events">
          {marks.map((mark) => (
            <li key={mark.says}>{mark.says}</li>
          ))}
        </ol>
      )}
    </figure>
  );
}

function LaneDrawn({ lane, y, x, to }: { lane: Lane; y: number; x: (day: string) => number; to: string }) {
  const middle = y + HEIGHT / 2;
  const right = x(to);
  const grey = lane.heldFrom === undefined ? 0 : lane.heldFrom === null ? right - LABEL : Math.min(x(lane.heldFrom), right) - LABEL;
  return (
    <g>
      {grey > 0 ? <rect x={LABEL} y={y + 2} width={grey} height={HEIGHT - 4} className="kith-lane-none" /> : null}
      <text x={0} y={middle + 5}>
        {shortName(lane.name, LONGEST_NAME)}
      </text>
      {lane.dots.map(({ entry, happened, at }) =>
        happened === null || happened === at ? null : (
          <line key={`${entry} line`} x1={x(happened)} x2={x(at)} y1={middle} y2={middle} className="kith-lane-delay" />
        ),
      )}
      {lane.dots.map(({ entry, at, learnt }) => (
        <circle key={entry} cx={x(at)} cy={middle} r={5} className={`kith-lane-dot${learnt ? ' kith-lane-learnt' : ''}`} />
      ))}
      {[...countByDay(lane)].map(([at, many]) =>
        many === 1 ? null : (
          <text key={at} x={x(at)} y={middle - 7} textAnchor="middle" className="kith-lane-many">
            {many}
          </text>
        ),
      )}
    </g>
  );
}

/** Entries of one day lie over each other: their number stands above. */
function countByDay({ dots }: Lane): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { at } of dots) counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}
