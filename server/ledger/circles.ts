/** Circles in a family tree, without recursion: a file may hold a chain of a million. Pure. */

/** By place: who is a parent of whom, people as small whole numbers. */
export type Births = { parents: ArrayLike<number>; children: ArrayLike<number> };

/**
 * Places of the births left once those of whoever is nobody's child are taken away, again and again: every
 * circle is among them, and of most families nothing.
 */
export function perhapsInCircles({ parents, children }: Births): number[] {
  const places = Array.from(parents, (_, at) => at);
  const people = places.reduce((most, at) => Math.max(most, parents[at]!, children[at]!), -1) + 1;
  const parentsLeft = new Uint32Array(people);
  // Births of one parent as a chain: the first's place and one, then each one's next.
  const first = new Uint32Array(people);
  const next = new Uint32Array(parents.length);
  for (const at of places) {
    parentsLeft[children[at]!]! += 1;
    next[at] = first[parents[at]!]!;
    first[parents[at]!] = at + 1;
  }
  const isGone = new Uint8Array(parents.length);
  const free = places.map((at) => parents[at]!).filter((parent) => parentsLeft[parent] === 0);
  for (let person = free.pop(); person !== undefined; person = free.pop()) {
    for (let link = first[person]!; link !== 0 && isGone[link - 1] === 0; link = next[link - 1]!) {
      const child = children[link - 1]!;
      isGone[link - 1] = 1;
      parentsLeft[child]! -= 1;
      if (parentsLeft[child] === 0) free.push(child);
    }
  }
  return places.filter((at) => isGone[at] === 0);
}
