/**
 * Who lives where, with whom, since when, in one block of the made-up county: what was so, before
 * anybody wrote it down. Pure; the same block and seed give the same lives.
 */
import type { Random } from '../random.ts';
import { adultIn, adults, childIn, familyHomeIn, fatherIn, homeId, motherIn, otherAdultIn, otherAdults, type Block } from './blocks.ts';
import { age, day, type DayNumber } from './days.ts';

export type Birth = { person: string; on: DayNumber; sex: 'female' | 'male'; family: number };
export type Stay = { person: string; home: string; pattern: Pattern; from: DayNumber; to: DayNumber | null };
export type Parent = { parent: string; child: string; basis: 'birth' | 'step'; from: DayNumber };
export type Couple = {
  persons: [string, string];
  form: 'married' | 'living together' | 'relationship';
  from: DayNumber;
  to: DayNumber | null;
};
type Pattern = 'lives' | 'part week' | 'weekends' | 'visits' | 'stays' | 'lodges';

export type Lives = {
  homes: string[];
  births: Birth[];
  stays: Stay[];
  parents: Parent[];
  couples: Couple[];
};

/** `block` of `blocks`; kin live in any of them. */
export function livesIn(block: Block, blocks: readonly Block[], chance: Random): Lives {
  const lives: Lives = { homes: [], births: [], stays: [], parents: [], couples: [] };
  const others = otherAdults(block);
  let taken = 0;
  const nextAdult = (sex: Birth['sex'], youngest: number, oldest: number): string | undefined => {
    if (taken >= others) return undefined;
    const person = otherAdultIn(block, taken++);
    lives.births.push({ person, on: age(chance, youngest, oldest), sex, family: chance.below(1_000) });
    return person;
  };
  let built = block.families;
  const newHome = (): string => {
    lives.homes.push(homeId(block, built));
    return homeId(block, built++);
  };

  for (const children of familiesOf(block, chance)) makeFamily(block, children, lives, chance, nextAdult, newHome);
  makeElders(block, blocks, lives, chance, nextAdult, newHome);
  while (taken < others) makeHome(lives, chance, nextAdult, newHome);
  return lives;
}

type Family = { family: number; children: string[] };

function familiesOf(block: Block, chance: Random): Family[] {
  const made = Array.from({ length: block.families }, (_, family): Family => ({ family, children: [] }));
  for (let child = 0; child < block.children; child++) {
    const into = child < block.families ? made[child]! : pickSmall(made, chance);
    into.children.push(childIn(block, child));
  }
  return made;
}

/** Most families have one child or two, few have four or more. */
function pickSmall(families: readonly Family[], chance: Random): Family {
  const [one, other] = [chance.pick(families), chance.pick(families)];
  return one.children.length <= other.children.length || chance.chance(0.25) ? one : other;
}

type Next = (sex: Birth['sex'], youngest: number, oldest: number) => string | undefined;

function makeFamily(
  block: Block,
  { family, children }: Family,
  lives: Lives,
  chance: Random,
  nextAdult: Next,
  newHome: () => string,
): void {
  const [mother, father, home] = [motherIn(block, family), fatherIn(block, family), familyHomeIn(block, family)];
  const surname = chance.below(1_000);
  const motherBorn = age(chance, 24, 46);
  lives.homes.push(home);
  lives.births.push({ person: mother, on: motherBorn, sex: 'female', family: surname });
  lives.births.push({ person: father, on: motherBorn - day.years(chance.below(6)) + day.years(2), sex: 'male', family: surname });
  const youngestMother = Math.min(day.today - day.years(1), motherBorn + day.years(19));
  const eldest = Math.max(day.today - day.years(17), youngestMother);
  const births = children.map(() => eldest + chance.below(Math.max(1, day.today - eldest))).sort((a, b) => a - b);
  for (const [at, child] of children.entries()) {
    const born = births[at]!;
    lives.births.push({ person: child, on: born, sex: chance.chance(0.5) ? 'female' : 'male', family: surname });
    lives.parents.push({ parent: mother, child, basis: 'birth', from: born });
    if (chance.chance(0.92)) lives.parents.push({ parent: father, child, basis: 'birth', from: born });
    lives.stays.push({ person: child, home, pattern: 'lives', from: born, to: null });
  }
  const met = births[0]! - day.years(1) - chance.below(1_500);
  lives.stays.push({ person: mother, home, pattern: 'lives', from: met, to: null });
  const isTogether = chance.chance(0.58);
  const form = chance.chance(0.5) ? 'married' : 'living together';
  const parted = isTogether ? null : births.at(-1)! + chance.below(Math.max(1, day.today - births.at(-1)!));
  lives.couples.push({ persons: [mother, father], form, from: met, to: parted });
  lives.stays.push({ person: father, home, pattern: 'lives', from: met, to: parted });
  if (parted === null) return;

  const elsewhere = newHome();
  lives.stays.push({ person: father, home: elsewhere, pattern: 'lives', from: parted, to: null });
  // Brothers and sisters keep to one arrangement.
  if (chance.chance(0.42)) {
    const pattern = chance.pick(['part week', 'weekends', 'weekends'] as const);
    for (const child of children) lives.stays.push({ person: child, home: elsewhere, pattern, from: parted, to: null });
  }
  newPartner(mother, home, nextAdult('male', 22, 55), parted, children, lives, chance, 0.4);
  newPartner(father, elsewhere, nextAdult('female', 22, 50), parted, [], lives, chance, 0.4);
}

function newPartner(
  person: string,
  home: string,
  partner: string | undefined,
  after: DayNumber,
  children: readonly string[],
  lives: Lives,
  chance: Random,
  share: number,
): void {
  if (partner === undefined) return;
  const from = after + chance.below(Math.max(1, day.today - after));
  if (!chance.chance(share)) {
    // They know each other from then, and live alone.
    const alone = `${home}x`;
    lives.homes.push(alone);
    lives.stays.push({ person: partner, home: alone, pattern: 'lives', from: from - day.years(3), to: null });
    if (chance.chance(0.5))
      lives.couples.push({
        persons: [person, partner],
        form: 'relationship',
        from,
        to: chance.chance(0.6) ? from + chance.below(day.today - from + 1) : null,
      });
    return;
  }
  lives.couples.push({ persons: [person, partner], form: 'living together', from, to: null });
  lives.stays.push({ person: partner, home, pattern: 'lives', from, to: null });
  for (const child of children) if (chance.chance(0.3)) lives.parents.push({ parent: partner, child, basis: 'step', from });
}

/** Couples whose grown children are mothers and fathers, here or in another block, each of one couple at most. */
function makeElders(block: Block, blocks: readonly Block[], lives: Lives, chance: Random, nextAdult: Next, newHome: () => string): void {
  const couples = Math.floor((otherAdults(block) * 0.3) / 2);
  for (let couple = 0; couple < couples; couple++) {
    const [woman, man] = [nextAdult('female', 66, 84), nextAdult('male', 66, 84)];
    if (woman === undefined || man === undefined) return;
    const from = age(chance, 42, 58) - day.years(5);
    const home = newHome();
    lives.couples.push({ persons: [woman, man], form: 'married', from, to: chance.chance(0.2) ? from + day.years(20) : null });
    for (const person of [woman, man]) lives.stays.push({ person, home, pattern: 'lives', from: from + day.years(8), to: null });
    // The shift depends on the couple's number alone, so no two couples of the county have one grown child.
    const shift = couple % 10 < 7 ? 0 : (couple * 7919) % block.of;
    const there = blocks[(block.index + shift) % block.of]!;
    for (const grown of [2 * couple, 2 * couple + 1].slice(0, chance.chance(0.5) ? 2 : 1)) {
      if (grown >= 2 * there.families) continue;
      for (const parent of [woman, man])
        lives.parents.push({ parent, child: adultIn(there, grown), basis: 'birth', from: day.today - day.years(36) });
    }
  }
}

/** Everybody else: alone, in couples, or several under one roof. */
function makeHome(lives: Lives, chance: Random, nextAdult: Next, newHome: () => string): void {
  const home = newHome();
  const size = chance.pick([1, 1, 1, 2, 2, 2, 2, 3, 3, 4]);
  const people = Array.from({ length: size }, (_, at) => nextAdult(at % 2 === 0 ? 'female' : 'male', 18, 64)).filter(
    (one) => one !== undefined,
  );
  const from = age(chance, 0, 12);
  for (const person of people)
    lives.stays.push({
      person,
      home,
      pattern: size > 2 && chance.chance(0.2) ? 'lodges' : 'lives',
      from: from + chance.below(300),
      to: null,
    });
  if (size === 2 && people.length === 2 && chance.chance(0.85))
    lives.couples.push({ persons: [people[0]!, people[1]!], form: chance.chance(0.5) ? 'married' : 'living together', from, to: null });
}

/** Any adult of any block, most often of this one. */
export function somebody(block: Block, blocks: readonly Block[], chance: Random): string {
  const near = chance.chance(0.75) ? block : chance.chance(0.8) ? blocks[(block.index + chance.below(5)) % block.of]! : chance.pick(blocks);
  return adultIn(near, chance.below(adults(near)));
}
