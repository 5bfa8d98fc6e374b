/** Two made-up answers about one child, of the same people and homes, that differ at random. */
import fc from 'fast-check';
import type { Standing, TieKind } from '../../client/answers.gen.ts';
import type { WebAnswer } from '../../client/web/from-answer.ts';
import { personRow, stayOf, tieOf, webAnswer } from './web-answer.ts';

const NAMES = ['kit', 'mum', 'dad', 'bro', 'gran', 'pal', 'neighbour'];
const HOMES = ['h1', 'h2', 'h3'];
const PATTERNS = ['lives', 'weekends', 'visits', 'excluded'];
const KINDS: TieKind[] = ['PARENT_OF', 'PARTNER_OF', 'SIBLING_OF', 'ASSOCIATE_OF', 'HARMED', 'MET', 'SHARES_HOME'];
const FORMS = [null, 'married', 'separated', 'friend'];
const STANDINGS: Standing[] = ['confirmed', 'confirmed', 'observed', 'alleged', 'denied'];

const told = fc.record({ inForce: fc.boolean(), disputed: fc.boolean(), standing: fc.constantFrom(...STANDINGS) });
const stay = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...HOMES), fc.constantFrom(...PATTERNS), told)
  .map(([who, home, pattern, facts]) => stayOf(who, home, pattern, facts));
const tie = fc
  .tuple(fc.constantFrom(...KINDS), fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.constantFrom(...FORMS), told)
  .filter(([, from, to]) => from !== to)
  .map(([kind, from, to, form, facts]) => [from, to, tieOf(kind, { ...facts, form })] as const);

const setting: fc.Arbitrary<WebAnswer> = fc
  .tuple(
    fc.uniqueArray(stay, { maxLength: 10, selector: ({ id }) => id }),
    fc.uniqueArray(tie, { maxLength: 10, selector: ([from, to, { kind, form }]) => `${kind} ${from} ${to} ${form}` }),
  )
  .map(([stays, ties]) => {
    const there = new Set(['kit', ...stays.map(({ person }) => person), ...ties.flatMap(([from, to]) => [from, to])]);
    return webAnswer({
      people: NAMES.filter((name) => there.has(name)).map((name) => personRow(name)),
      homes: HOMES.filter((home) => stays.some((one) => one.home === home)).map((home) => [home, false] as const),
      stays,
      ties,
    });
  });

export const twoSettings: fc.Arbitrary<readonly [WebAnswer, WebAnswer]> = fc.tuple(setting, setting);
