/**
 * An answer as sentences, for the command without `--json`: its grounds, then row by row what each
 * says. Works on the answers of every question, for each carries its words in `says`. Pure.
 */

const LISTS: Readonly<Record<string, string>> = {
  found: '',
  takenBack: 'Said, then taken back or denied:',
  ageNotKnown: 'Age not known:',
  kin: 'What they are to each other:',
  routes: 'Routes:',
  members: 'Who is there:',
  changes: 'What changed:',
  contacts: 'Contacts:',
  decisions: 'Decisions:',
  agencies: 'Agencies:',
  entries: 'Entries:',
  undated: 'No day recorded:',
  notHeld: 'Not held by that agency:',
  lost: 'Nothing recorded after:',
  settled: 'Settled, and when:',
  contradictions: 'Words that do not agree:',
  covered: '',
  lanes: 'What each agency held:',
  matches: 'Possible people:',
  people: 'People:',
  children: '',
  falling: 'Taken as never said:',
  facts: 'Each part:',
  weaker: 'Would stand on lesser words:',
  sources: 'Resting on one interested source alone:',
  sharings: 'Sharings of it:',
  pairs: 'Pairs:',
  byArea: 'By area:',
  byAgency: 'By agency:',
  byMonth: 'By the month in which they were first held:',
};

/** Days told one by one, where an answer has two readings of them. */
const READINGS: Readonly<Record<string, string>> = {
  reading: 'From day to day:',
  apart: "From day to day, if no two records are one person's:",
};

type Answer = Readonly<Record<string, unknown>>;

export function answerSays(answer: Answer): string {
  const lines = [...own(answer), (answer['grounds'] as Answer | undefined)?.['says'] as string | undefined, ...settings(answer)];
  for (const [reading, title] of Object.entries(READINGS)) {
    const told = periodsSay(answer[reading] as Answer | null | undefined);
    if (told.length > 0) lines.push('', title, ...told);
  }
  for (const [list, title] of Object.entries(LISTS)) {
    const rows = answer[list];
    if (!Array.isArray(rows) || rows.length === 0) continue;
    const told = (rows as Answer[]).flatMap(rowSays);
    if (told.length > 0 && title !== '') lines.push('', title);
    lines.push(...told);
  }
  const nothing = (answer['heldNothing'] ?? []) as Answer[];
  if (nothing.length > 0) lines.push('', `Held no part of it: ${nothing.map(({ name }) => String(name)).join('; ')}.`);
  if (answer['truncated'] === true)
    lines.push('', `There are more rows: ask with a larger --first${answer['skipped'] === undefined ? '' : ', or with --skip'}.`);
  return lines.filter((line) => line !== undefined).join('\n');
}

const own = (answer: Answer): string[] => (typeof answer['says'] === 'string' ? [answer['says']] : []);

/** How a chronology was asked for and stands, beside its grounds. */
const settings = (answer: Answer): string[] =>
  ['settings', 'order', 'pageSays'].flatMap((name) => (typeof answer[name] === 'string' ? [answer[name]] : []));

function periodsSay(reading: Answer | null | undefined): string[] {
  return ((reading?.['periods'] ?? []) as Answer[]).map((period) => `- ${String(period['says'])}`);
}

function rowSays(row: Answer): string[] {
  // A person's own `child` is yes or no.
  const child = typeof row['child'] === 'object' ? row['child'] : undefined;
  const person = (row['person'] ?? child ?? undefined) as Answer | undefined;
  const steps = typeof row['steps'] === 'number' ? `, ${row['steps'] === 1 ? '1 step' : `${row['steps']} steps`}` : '';
  const facts = (Array.isArray(row['facts']) ? row['facts'] : []) as Answer[];
  const concerns = (Array.isArray(row['concerns']) ? row['concerns'] : []) as Answer[];
  const routes = (Array.isArray(row['routes']) ? row['routes'] : []) as Answer[];
  const more = typeof row['moreRoutes'] === 'number' && row['moreRoutes'] > 0 ? [`    and ${row['moreRoutes']} more routes`] : [];
  return [
    ...(person === undefined ? [] : [`- ${String(person['name'])} (${String(person['age'])})${steps}`]),
    ...own(row).map((says) => (person === undefined ? `- ${says}` : `    ${says}`)),
    ...(row['reading'] === undefined
      ? []
      : [`- ${String((row['route'] as Answer)['says'])}`, `    ${String((row['reading'] as Answer)['says'])}`]),
    ...((Array.isArray(row['held']) ? row['held'] : []) as Answer[]).map((held) => `    ${String(held['says'])}`),
    ...facts.map((fact) => `    ${String(fact['says'])}`),
    ...concerns.map((concern) => `    ${String(concern['says'])}`),
    ...routes.map((route) => `    ${String(route['says'])}`),
    ...more,
    ...heldSays(row).map((says) => `    ${says}`),
    ...(typeof row['route'] === 'object' && row['reading'] === undefined ? own(row['route'] as Answer).map((says) => `    ${says}`) : []),
    ...(typeof row['why'] === 'string' ? [`    ${row['why']}`] : []),
    ...(Array.isArray(row['why']) ? row['why'].map((why) => `    ${String(why)}`) : []),
  ];
}

function heldSays(row: Answer): string[] {
  const sets = (Array.isArray(row['heldBetween']) ? row['heldBetween'] : []) as Answer[][];
  if (sets.length === 0) return [];
  const between = sets.map((set) => set.map((agency) => String(agency['name'])).join(' with ')).join('; or ');
  return [row['assembled'] === true ? `No single agency held a whole route. Held between: ${between}.` : `Held by: ${between}.`];
}
