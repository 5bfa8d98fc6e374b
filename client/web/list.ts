/** The list of a web: homes, their people, and every stay, tie and part exactly once. Pure. */
import { gatheredTies, isSaidByStays } from './from-answer.ts';
import type { GatheredTie, WebAnswer } from './from-answer.ts';
import type { Home, Role, Stay } from '../answers.gen.ts';

export type Person = WebAnswer['people'][number];

export type Row = { kind: 'stay'; id: string; stay: Stay } | ({ kind: 'tie' } & GatheredTie) | { kind: 'role'; id: string; role: Role };

export interface ListedPerson {
  person: Person;
  /** Their stays in this home; and, at the first place where they are listed, their ties and parts that are not listed with somebody before them. */
  rows: Row[];
  /** Where the rest of what is recorded of them is listed: the first home that lists them, or people listed before them. */
  restWith: { home: string | null; people: string[] };
}

export interface ListedHome {
  /** Null: people for whom no home is recorded. */
  home: Home | null;
  people: ListedPerson[];
}

export function listOf(web: WebAnswer): ListedHome[] {
  const people = new Map(web.people.map((row) => [row.person.id, row]));
  const listed = new Map<string, string | null>();
  const used = new Set<string>();
  const all = gatheredTies(web).filter(({ tie }) => !isSaidByStays(tie.kind));
  const tiesOf = byKeys(all, ({ from, to }) => (from === to ? [from] : [from, to]));
  const staysOf = byKeys(web.stays, ({ person }) => [person]);
  const rolesOf = byKeys(web.roles, ({ person }) => [person]);
  const homes = web.homes.map((home): ListedHome => {
    const here = web.people.filter(({ person }) => (staysOf.get(person.id) ?? []).some((s) => s.home === home.id));
    return { home, people: here.map((row) => personIn(row, home.id)) };
  });
  const homeless = web.people.filter(({ person }) => !listed.has(person.id)).map((row) => personIn(row, null));
  return [...homes.filter((h) => h.people.length > 0), ...(homeless.length > 0 ? [{ home: null, people: homeless }] : [])];

  function personIn(row: Person, home: string | null): ListedPerson {
    const id = row.person.id;
    const stays = (staysOf.get(id) ?? []).filter((s) => s.home === home).map((stay): Row => ({ kind: 'stay', id: stay.id, stay }));
    const before = listed.get(id);
    if (before !== undefined) return { person: row, rows: stays, restWith: { home: before, people: [] } };
    listed.set(id, home);
    const ties = tiesOf.get(id) ?? [];
    const own = ties.filter((tie) => !used.has(tie.id));
    const others = ties.filter((tie) => used.has(tie.id)).map(({ from, to }) => people.get(from === id ? to : from)?.person.name ?? '');
    for (const tie of own) used.add(tie.id);
    return {
      person: row,
      rows: [
        ...stays,
        ...own.map((tie): Row => ({ kind: 'tie', ...tie })),
        ...(rolesOf.get(id) ?? []).map((role): Row => ({ kind: 'role', id: role.id, role })),
      ],
      restWith: { home: null, people: [...new Set(others)] },
    };
  }
}

/** Looked up once: a large web is asked for every person. */
function byKeys<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of list)
    for (const key of keysOf(one)) {
      const own = found.get(key);
      if (own) own.push(one);
      else found.set(key, [one]);
    }
  return found;
}

export function rowsOf(homes: readonly ListedHome[]): Row[] {
  return homes.flatMap((home) => home.people.flatMap((person) => person.rows));
}

/** The sentence of a row. */
export function saysOf(row: Row): string {
  return row.kind === 'stay' ? row.stay.says : row.kind === 'tie' ? row.tie.says : row.role.says;
}

/** The homes and people whose name, or a row of theirs, holds every word typed. */
export function filtered(homes: readonly ListedHome[], typed: string): ListedHome[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [...homes];
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return homes.flatMap((home) => {
    if (home.home && holds(home.home.name)) return [home];
    const people = home.people.flatMap((one) => {
      if (holds(one.person.person.names.join(' ') + one.person.person.name + one.person.toSubject.join(' '))) return [one];
      const rows = one.rows.filter((row) => holds(saysOf(row)));
      return rows.length > 0 ? [{ ...one, rows }] : [];
    });
    return people.length > 0 ? [{ ...home, people }] : [];
  });
}
