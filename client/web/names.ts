/** The full name of everything in the picture, for screen readers and voice control, in one fixed order. Pure. */
import { count, listed } from '../words.ts';
import type { WebAnswer } from './from-answer.ts';
import { markerLabel, markerOf } from './from-answer.ts';
import type { Point, Scene } from './scene.ts';

export interface Target {
  /** "person ID" or "home ID", once per drawn symbol. */
  key: string;
  kind: 'person' | 'home';
  id: string;
  name: string;
  /** Middle and size in the scene. */
  at: Point;
  w: number;
  h: number;
}

/** The subject; then home by home, the home before its people; then everybody else. Nothing in it depends on where things are drawn. */
export function targetsOf(scene: Scene, web: WebAnswer, more: ReadonlyMap<string, string>): Target[] {
  const targets = scene.symbols.flatMap((symbol): Target[] => {
    if (symbol.type === 'pill') return [];
    if (symbol.type === 'card')
      return [
        {
          key: `home ${symbol.id}`,
          kind: 'home',
          id: symbol.id,
          name: homeName(symbol.id, web),
          at: { x: symbol.box.x + symbol.box.w / 2, y: symbol.box.y + symbol.box.h / 2 },
          w: symbol.box.w,
          h: symbol.box.h,
        },
      ];
    if (symbol.type === 'house')
      return [
        {
          key: `home ${symbol.id}`,
          kind: 'home',
          id: symbol.id,
          name: homeName(symbol.id, web),
          at: symbol.at,
          w: symbol.size,
          h: symbol.size,
        },
      ];
    return [
      {
        key: `person ${symbol.id}`,
        kind: 'person',
        id: symbol.id,
        name: personName(symbol.id, web),
        at: symbol.at,
        w: symbol.size,
        h: symbol.size,
      },
    ];
  });
  const order = new Map(readingOrder(web).map((key, at) => [key, at]));
  return targets
    .map((target) => ({ ...target, name: [target.name, more.get(target.key) ?? ''].join(' ').trim() }))
    .sort((a, b) => (order.get(a.key) ?? -1) - (order.get(b.key) ?? -1));
}

function readingOrder(web: WebAnswer): string[] {
  const order = [`person ${web.subject.id}`];
  const there = new Map(web.homes.map(({ id }) => [id, new Set<string>()]));
  for (const { home, person } of web.stays) there.get(home)?.add(person);
  for (const home of web.homes) {
    order.push(`home ${home.id}`);
    for (const { person } of web.people) if (there.get(home.id)?.has(person.id)) order.push(`person ${person.id}`);
  }
  return [...new Set([...order, ...web.people.map((row) => `person ${row.person.id}`)])];
}

export function personName(id: string, web: WebAnswer): string {
  const row = web.people.find((one) => one.person.id === id);
  if (!row) return 'Somebody';
  const { person } = row;
  const kind = person.unborn
    ? 'not yet born'
    : person.sex === 'female'
      ? person.child
        ? 'girl'
        : 'woman'
      : person.sex === 'male'
        ? person.child
          ? 'boy'
          : 'man'
        : 'sex not known';
  const agencies = new Map(web.agencies.map((agency) => [agency.id, agency]));
  const concern = markerOf(row.concerns);
  const stays = web.stays.filter((s) => s.person === id && s.inForce && s.pattern !== 'visits' && s.pattern !== 'excluded');
  const visits = web.stays.filter((s) => s.person === id && s.inForce && s.pattern === 'visits');
  const homeOf = (home: string) => web.homes.find((one) => one.id === home)?.name ?? 'a home';
  return [
    `${[person.name, kind, ...(person.unborn ? [] : [person.age]), ...(person.deceased ? ['has died'] : []), ...row.toSubject].join(', ')}.`,
    ...(id === web.subject.id ? ['The person this picture is about.'] : []),
    ...(stays.length > 0 ? [`In ${listed(stays.map((s) => `${homeOf(s.home)} (${s.pattern})`))}.`] : []),
    ...(visits.length > 0 ? [`Visits ${listed(visits.map((s) => homeOf(s.home)))}.`] : []),
    ...(concern ? [`${markerLabel(concern, agencies).replace(/^r/, 'R')}.`] : []),
    ...(row.custody === null ? [] : [`${row.custody}.`]),
    ...(row.agencies.length > 0 ? [`Records: ${listed(row.agencies.map((pill) => pill.agency.name))}.`] : []),
  ].join(' ');
}

export function homeName(id: string, web: WebAnswer): string {
  const home = web.homes.find((one) => one.id === id);
  if (!home) return 'A home';
  const people = new Set(
    web.stays.filter((s) => s.home === id && s.inForce && s.pattern !== 'visits' && s.pattern !== 'excluded').map((s) => s.person),
  );
  return `${home.name}. ${people.size === 0 ? 'Nobody here lives there on that day' : `${count(people.size, 'person', 'people')} shown here live or stay there`}.`;
}

/** The nearest target in a direction: far sideways counts more than far ahead. Undefined: none there. */
export function nearest(targets: readonly Target[], from: Target, way: 'left' | 'right' | 'up' | 'down'): Target | undefined {
  const [dx, dy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[way] as [number, number];
  const cost = (to: Target): number => {
    const [x, y] = [to.at.x - from.at.x, to.at.y - from.at.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    return ahead <= 1 || aside > ahead * 2 ? Infinity : ahead + 2 * aside;
  };
  let best: Target | undefined;
  for (const to of targets) if (to !== from && cost(to) < (best ? cost(best) : Infinity)) best = to;
  return best;
}
