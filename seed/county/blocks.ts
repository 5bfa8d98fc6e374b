/**
 * How the people of the made-up county are numbered: blocks of about a thousand, each made from its own
 * seed, and within each mothers, fathers, other adults and children in that order. So one block can name
 * a mother or a home of another without that one having been made. Pure.
 */

const BLOCK = 1_000;

export type Block = {
  index: number;
  /** How many blocks there are. */
  of: number;
  /** Number of its first person. */
  first: number;
  size: number;
  /** Families with children: as many mothers, fathers and family homes. */
  families: number;
  children: number;
};

/** The last block takes what is left: from half a block to one and a half. */
export function blocksOf(people: number): Block[] {
  const of = Math.max(1, Math.round(people / BLOCK));
  return Array.from({ length: of }, (_, index): Block => {
    const first = index * BLOCK;
    const size = index === of - 1 ? people - first : BLOCK;
    const children = Math.round(size * 0.22);
    return { index, of, first, size, children, families: Math.max(1, Math.round(children / 1.75)) };
  });
}

/** By family, 0 to `families` - 1. */
export const motherIn = (block: Block, family: number): string => personId(block.first + family);
export const fatherIn = (block: Block, family: number): string => personId(block.first + block.families + family);
export const childIn = (block: Block, child: number): string => personId(block.first + block.size - block.children + child);
export const otherAdultIn = (block: Block, other: number): string => personId(block.first + 2 * block.families + other);
export const otherAdults = (block: Block): number => block.size - block.children - 2 * block.families;
export const adults = (block: Block): number => block.size - block.children;
export const adultIn = (block: Block, adult: number): string => personId(block.first + adult);
export const familyHomeIn = (block: Block, family: number): string => homeId(block, family);
export const homeId = (block: Block, home: number): string => `h${block.index}-${home}`;
const personId = (number: number): string => `p${number}`;
