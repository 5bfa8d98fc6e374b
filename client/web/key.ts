import type { Ink, PersonSymbol, Scene, SceneLine } from './scene.ts';
import type { Mark, Web } from './web-model.ts';

/** One row of the key; only what the picture holds is explained. */
export type KeyEntry =
  | { draw: 'person'; symbol: Pick<PersonSymbol, 'shape' | 'focus' | 'child' | 'deceased' | 'marker'>; words: string }
  | { draw: 'house'; words: string }
  | { draw: 'outline'; words: string }
  | { draw: 'card'; words: string }
  | { draw: 'line'; line: Pick<SceneLine, 'width' | 'dash' | 'arrow'> & { ink: Ink; slashes: number }; words: string }
  | { draw: 'pill'; code: string; words: string }
  | { draw: 'mark'; mark: Mark; words: string }
  | { draw: 'heading'; words: string };

export function keyFor(scene: Scene, web: Web): KeyEntry[] {
  return [...marksKey(web), ...peopleKey(scene), ...homesKey(scene), ...linesKey(scene), ...agenciesKey(scene, web)];
}

const MARK_WORDS: Readonly<Record<Mark, string>> = {
  gained: 'In the second setting and not in the first',
  lost: 'In the first setting and not in the second; a line with long gaps, whatever it was',
  changed: 'In both, and not told alike; drawn as in the second',
};

/** How two settings differ. */
function marksKey({ people, stays, lines }: Web): KeyEntry[] {
  const there = new Set([...people, ...stays, ...lines].map(({ mark }) => mark));
  const rows = (['gained', 'lost', 'changed'] as const)
    .filter((mark) => there.has(mark))
    .map((mark): KeyEntry => ({ draw: 'mark', mark, words: MARK_WORDS[mark] }));
  return rows.length === 0 ? [] : [{ draw: 'heading', words: 'Two settings' }, ...rows];
}

function peopleKey(scene: Scene): KeyEntry[] {
  const people = scene.symbols.filter((s) => s.type === 'person');
  const plain = { focus: false, child: false, deceased: false, marker: 'none' } as const;
  const rows: KeyEntry[] = [{ draw: 'heading', words: 'People' }];
  const add = (there: boolean, symbol: Pick<PersonSymbol, 'shape' | 'focus' | 'child' | 'deceased' | 'marker'>, words: string) => {
    if (there) rows.push({ draw: 'person', symbol, words });
  };
  const focus = people.find((p) => p.focus);
  if (focus) add(true, { ...plain, shape: focus.shape, focus: true, child: focus.child }, 'Person this picture is about');
  for (const [child, woman, man] of [
    [true, 'Girl', 'Boy'],
    [false, 'Woman', 'Man'],
  ] as const) {
    const rest = people.filter((p) => !p.focus && p.child === child);
    add(
      rest.some((p) => p.shape === 'circle'),
      { ...plain, shape: 'circle', child },
      `${woman}${child ? ' (shaded)' : ''}`,
    );
    add(
      rest.some((p) => p.shape === 'square'),
      { ...plain, shape: 'square', child },
      `${man}${child ? ' (shaded)' : ''}`,
    );
    add(
      rest.some((p) => p.shape === 'diamond'),
      { ...plain, shape: 'diamond', child },
      `${child ? 'Child' : 'Adult'}, sex not known`,
    );
  }
  add(
    people.some((p) => p.shape === 'triangle'),
    { ...plain, shape: 'triangle', child: true },
    'Not yet born',
  );
  add(
    people.some((p) => p.deceased),
    { ...plain, shape: 'square', deceased: true },
    'Has died',
  );
  add(
    people.some((p) => p.marker === 'filled'),
    { ...plain, shape: 'square', marker: 'filled' },
    'Risk marker: court or managed finding (open for source)',
  );
  add(
    people.some((p) => p.marker === 'outlined'),
    { ...plain, shape: 'square', marker: 'outlined' },
    'Risk marker: said, no finding (open for source)',
  );
  return rows;
}

function homesKey(scene: Scene): KeyEntry[] {
  const rows: KeyEntry[] = [{ draw: 'heading', words: 'Homes' }];
  if (scene.symbols.some((s) => s.type === 'house')) rows.push({ draw: 'house', words: 'Home of the person it is about' });
  if (scene.outlines.length > 0)
    rows.push({ draw: 'outline', words: 'Everyone inside stays there; no line to the house: their only home' });
  if (scene.symbols.some((s) => s.type === 'card')) rows.push({ draw: 'card', words: 'Another household, folded' });
  return rows.length > 1 ? rows : [];
}

const LINE_WORDS: readonly { kind: SceneLine['kind'] | 'ended' | 'excluded'; words: string }[] = [
  { kind: 'lives', words: 'Lives here, and stays elsewhere too' },
  { kind: 'stays', words: 'Stays part of the time' },
  { kind: 'visits', words: 'Visits, not a member' },
  { kind: 'excluded', words: 'Excluded from the home' },
  { kind: 'contact', words: 'Contact' },
  { kind: 'harm', words: 'Recorded as harmed or targeted (arrow to whom)' },
  { kind: 'ended', words: 'Stay or contact that has ended' },
  { kind: 'couple', words: 'Couple' },
  { kind: 'parent', words: 'Parent of (arrow to child)' },
  { kind: 'sibling', words: 'Siblings' },
  { kind: 'care', words: 'Cares for (arrow to child)' },
  { kind: 'kin', words: 'Relative' },
  { kind: 'associate', words: 'Friend, associate' },
];

function linesKey(scene: Scene): KeyEntry[] {
  const rows: KeyEntry[] = [{ draw: 'heading', words: 'Lines' }];
  const lines = scene.lines.filter(({ mark }) => mark !== 'lost');
  const add = (line: SceneLine | undefined, words: string) => {
    if (!line) return;
    const ink: Ink = line.kind === 'lives' || line.kind === 'stays' ? 'ink' : line.ink;
    rows.push({ draw: 'line', line: { width: line.width, dash: line.dash, arrow: line.arrow, ink, slashes: line.slashes.length }, words });
  };
  const contact = ['visits', 'contact', 'harm'];
  for (const { kind, words } of LINE_WORDS) {
    if (kind === 'ended')
      add(
        lines.find((l) => l.ended && l.slashes.length === 0 && contact.includes(l.kind)),
        words,
      );
    else if (kind === 'excluded')
      add(
        lines.find((l) => l.kind === 'visits' && l.slashes.length > 0),
        words,
      );
    else if (kind === 'visits')
      add(
        lines.find((l) => l.kind === 'visits' && !l.ended && l.slashes.length === 0),
        words,
      );
    else if (kind !== 'couple')
      add(
        lines.find((l) => l.kind === kind && !(l.ended && contact.includes(kind))),
        kind === 'lives' && lines.some((l) => l.kind === kind && l.mark !== null) ? `${words}, or the settings differ in it` : words,
      );
    else {
      const couples = lines.filter((l) => l.kind === 'couple');
      add(
        couples.find((l) => l.slashes.length === 0 && l.dash.length === 0),
        'Married or in a civil partnership',
      );
      add(
        couples.find((l) => l.slashes.length === 0 && l.dash.length > 0),
        'Living together or in a relationship',
      );
      add(
        couples.find((l) => l.slashes.length === 1),
        'Couple, separated or ended',
      );
      add(
        couples.find((l) => l.slashes.length === 2),
        'Couple, divorced',
      );
    }
  }
  const query = lines.some((l) => l.reported);
  if (query)
    rows.push({
      draw: 'line',
      line: { width: 1.4, dash: [], arrow: 'none', ink: 'ink', slashes: 0 },
      words: '"?" on a line: reported, not confirmed',
    });
  return rows.length > 1 ? rows : [];
}

function agenciesKey(scene: Scene, web: Web): KeyEntry[] {
  const drawn = new Set(scene.symbols.flatMap((s) => (s.type === 'pill' ? s.agencies : [])));
  const agencies = web.agencies
    .filter((a) => drawn.has(a.id))
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id < b.id ? -1 : 1));
  return agencies.length === 0
    ? []
    : [
        { draw: 'heading', words: 'Agencies with a record' },
        ...agencies.map((a): KeyEntry => ({ draw: 'pill', code: a.code, words: a.name })),
      ];
}
