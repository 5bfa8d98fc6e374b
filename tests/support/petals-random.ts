import fc from 'fast-check';
import type { LineKind, StayPattern, Standing, Web } from '../../client/web/web-model.ts';
import { line, person, stay } from './petals-family.ts';

const PATTERNS: StayPattern[] = ['lives', 'lives', 'lives', 'part week', 'weekends', 'stays', 'lodges', 'visits', 'excluded'];
const STANDINGS: Standing[] = ['confirmed', 'confirmed', 'observed', 'alleged', 'denied', 'disproved'];
const KINDS: LineKind[] = ['couple', 'couple', 'parent', 'parent', 'parent', 'sibling', 'kin', 'associate', 'care', 'harm', 'contact'];
const FORMS = ['married', 'living together', 'separated', 'birth', 'step', 'friend', ''];

export interface Size {
  people: number;
  homes: number;
  ownHomes: number;
}

/** A made-up web with up to so many people and homes; the subject (id "p0") stays in `ownHomes` of them. */
export function randomWeb(most: Size): fc.Arbitrary<Web> {
  return fc
    .record({
      people: fc.integer({ min: 1, max: most.people }),
      homes: fc.integer({ min: 0, max: most.homes }),
      own: fc.integer({ min: 0, max: most.ownHomes }),
      seed: fc.infiniteStream(fc.nat(1_000_003)),
    })
    .map(({ people, homes, own, seed }) => webOf(people, homes, Math.min(own, homes), seed));
}

function webOf(people: number, homes: number, own: number, numbers: Iterator<number>): Web {
  const next = (n: number) => (numbers.next().value as number) % n;
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const names = ['Adult', 'Child', 'Somebody with a long name', 'Unknown man at the flat'];
  const folk = Array.from({ length: people }, (_, i) => {
    const child = i === 0 ? next(5) > 0 : next(2) === 0;
    return person(`p${i}`, `${pick(names)} ${i}`, {
      child,
      sex: pick(['female', 'male', 'unknown'] as const),
      unborn: child && next(12) === 0,
      deceased: next(15) === 0,
      placeholder: next(20) === 0,
      agencies: ['g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7', 'g8'].filter(() => next(6) === 0),
      ...(next(3) > 0 ? { age: child ? String(next(18)) : String(18 + next(60)) } : {}),
      ...(next(3) === 0 ? { role: pick(['mother', 'father', 'grandmother', "mother's former partner", 'visitor']) } : {}),
      ...(next(12) === 0 ? { concern: { label: 'risk marker (police, 2024)', filled: next(2) === 0 } } : {}),
    });
  });
  const stays = [];
  for (let h = 0; h < own; h++) stays.push(stay('p0', `h${h}`, pick(PATTERNS.slice(0, 7)), pick(['', 'weekends', 'Mon-Fri'])));
  for (let i = 1; i < (homes > 0 ? people : 0); i++)
    for (let k = pick([1, 1, 1, 2, 3]); k > 0; k--)
      stays.push(
        stay(`p${i}`, `h${next(homes)}`, pick(PATTERNS), pick(['', '', 'visits weekly since Jan 2025', 'overnight']), {
          id: `s${i}-${k}`,
          inForce: next(6) > 0,
          standing: pick(STANDINGS),
        }),
      );
  const lines = Array.from({ length: people < 2 ? 0 : next(Math.ceil(people * 1.6)) }, (_, k) => {
    const from = next(people);
    const to = (from + 1 + next(people - 1)) % people;
    const home = homes > 0 && next(10) === 0;
    return line(home ? 'contact' : pick(KINDS), `p${from}`, home ? `h${next(homes)}` : `p${to}`, pick(FORMS), {
      id: `l${k}`,
      words: pick(['', '', 'friend', 'reported by school, not confirmed']),
      ended: next(5) === 0,
      reported: next(8) === 0,
    });
  });
  return {
    subject: 'p0',
    people: folk,
    stays,
    lines,
    homes: Array.from({ length: homes }, (_, i) => ({
      id: `h${i}`,
      name: `Household ${i + 1}`,
      ...(next(2) === 0 ? { kindWord: pick(["mother's home", 'refuge']) } : {}),
    })),
    agencies: Array.from({ length: 8 }, (_, i) => ({
      id: `g${i + 1}`,
      code: pick(['Pol', 'GP', 'CS1', 'Prob', 'HV', 'YJS']),
      name: `Agency ${i + 1}`,
    })),
  };
}

/** Something like a family: most people belong to one of the homes and the lines follow. For measuring, not for properties. */
export function familyLike(seed: number, mostPeople: number): Web {
  let state = ((seed + 1) * 2654435761) % 4294967296;
  const numbers: Iterator<number> = {
    next: () => {
      state = (state * 1664525 + 1013904223) % 4294967296;
      return { done: false, value: Math.floor(state / 4096) };
    },
  };
  const people = 1 + ((numbers.next().value as number) % mostPeople);
  const homes = Math.max(1, Math.ceil(people / 4));
  return webOf(people, homes, 1 + ((numbers.next().value as number) % Math.min(5, homes)), numbers);
}
