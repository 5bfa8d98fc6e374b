/** The first-held report: what is on its page, as a document and as one table. Pure. */
import type { Viewer } from '../access/viewer.ts';
import { settingsOf, type Exported, type GroundsRead, type Table } from './report.ts';

type Named = { name: string };
type Statement = { says: string; agency: Named; recorded: { says: string }; ref: string | null; id: string };
type Arrival = {
  statement: Statement;
  agency: Named;
  on: { says: string };
  firstHand: boolean;
  from: Named | null;
  sharing: string | null;
};
type Reading = {
  says: string;
  periods: { from: string; to: string | null; on: { says: string }; sets: Named[][]; because: Arrival[]; says: string }[];
};
type Held = {
  agencies: Named[];
  day: string;
  on: { says: string };
  to: string | null;
  firstHand: boolean;
  beforehand: boolean;
  by: Arrival[];
};
export type FirstHeldRead = {
  child: Named;
  person: Named;
  grounds: GroundsRead;
  truncated: boolean;
  says: string;
  reading: Reading;
  apart: Reading | null;
  routes: { route: { says: string }; reading: Reading }[];
  facts: { kind: string; says: string; held: Held[] }[];
  sharings: { from: Named; to: Named; on: { says: string }; state: string; says: string; statements: Statement[]; ref: string | null }[];
  heldNothing: Named[];
};

export function exportFirstHeld(answer: FirstHeldRead, viewer: Viewer): Exported {
  const { child, person, grounds, reading, apart, routes, facts, sharings, heldNothing } = answer;
  const about = [
    ['Child', child.name],
    ['Person of concern', person.name],
  ] as const;
  return {
    report: {
      title: `Who first held it: ${child.name} and ${person.name}`,
      settings: settingsOf('first-held', about, grounds, viewer, answer),
      sections: [
        { heading: 'In short', paragraphs: [answer.says, grounds.says] },
        { heading: 'From day to day', table: periodsTable(reading) },
        ...(apart === null ? [] : [{ heading: 'From day to day, if no two records are one person’s', table: periodsTable(apart) }]),
        { heading: 'Routes', paragraphs: routes.flatMap(({ route, reading: own }) => [route.says, own.says]) },
        ...facts.map((fact) => ({
          heading: fact.says,
          table: { heads: HELD_HEADS.slice(2), rows: fact.held.map((held) => heldRow(held)) },
        })),
        {
          heading: 'Sharings of it',
          ...(sharings.length === 0 ? { paragraphs: ['None is recorded.'] } : {}),
          ...(sharings.length === 0
            ? {}
            : {
                table: {
                  heads: ['From', 'To', 'On', 'State', 'What', 'Reference'],
                  rows: sharings.map((one) => [
                    one.from.name,
                    one.to.name,
                    one.on.says,
                    one.state,
                    one.statements.map((statement) => statement.says).join(' '),
                    one.ref ?? '',
                  ]),
                },
              }),
        },
        {
          heading: 'Agencies asked that held no part of it',
          paragraphs: [heldNothing.length === 0 ? 'None.' : `${heldNothing.map(({ name }) => name).join('; ')}.`],
        },
        { heading: 'Sources', table: sourcesTable(answer) },
      ],
    },
    table: { heads: HELD_HEADS, rows: facts.flatMap((fact) => fact.held.map((held) => [fact.kind, fact.says, ...heldRow(held)])) },
  };
}

const HELD_HEADS = [
  'Kind',
  'Part',
  'Agency',
  'Held from',
  'As exactly as known',
  'To',
  'How',
  'From whom',
  'Before it happened',
  'Statements',
];

function heldRow({ agencies, day, on, to, firstHand, beforehand, by }: Held): string[] {
  const from = [...new Set(by.flatMap((arrival) => arrival.from?.name ?? []))];
  return [
    agencies.map(({ name }) => name).join(' with '),
    day,
    on.says,
    to ?? 'still held',
    agencies.length > 1 ? 'only together' : from.length === 0 ? 'first-hand' : firstHand ? 'partly first-hand' : 'passed on',
    from.join('; '),
    beforehand ? 'yes' : 'no',
    [...new Set(by.map(({ statement }) => statement.id))].join(' '),
  ];
}

const periodsTable = ({ periods }: Reading): Table => ({
  heads: ['From', 'To', 'As exactly as known', 'Smallest sets of agencies', 'What arrived that day'],
  rows: periods.map(({ from, to, on, sets, because }) => [
    from,
    to ?? 'still so',
    on.says,
    sets.length === 0 ? 'nobody any more' : sets.map((set) => set.map(({ name }) => name).join(' with ')).join('; or '),
    because
      .map(({ agency, from: by, statement }) => `${agency.name}${by === null ? '' : ` (from ${by.name})`}: ${statement.says}`)
      .join(' '),
  ]),
});

/** Every statement that any part was held by, once. */
function sourcesTable({ facts }: FirstHeldRead): Table {
  const statements = new Map(
    facts.flatMap(({ held }) => held.flatMap(({ by }) => by.map(({ statement }) => [statement.id, statement] as const))),
  );
  return {
    heads: ['Statement', 'Recorded by', 'Recorded', 'What', 'Reference'],
    rows: [...statements.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, agency, recorded, says, ref }) => [id, agency.name, recorded.says, says, ref ?? '']),
  };
}
