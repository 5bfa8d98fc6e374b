import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesFor } from '../../client/web/sentence.ts';
import { makesMember } from '../../client/web/web-model.ts';
import { familyOfThreeHomes } from '../support/petals-family.ts';
import { randomWeb } from '../support/petals-random.ts';
import type { Web } from '../../client/web/web-model.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function numbersIn(words: string, names: readonly string[]): number[] {
  const bare = [...names].sort((a, b) => b.length - a.length).reduce((text, name) => text.replaceAll(name, ''), words);
  return (bare.match(/[A-Za-z]+|\d+/g) ?? []).flatMap((w) =>
    /\d/.test(w) ? [Number(w)] : NUMBERS.includes(w.toLowerCase()) && w !== 'No' ? [NUMBERS.indexOf(w.toLowerCase())] : [],
  );
}

/** Counted again the slow way, from the stays alone. */
function sharersOf(web: Web): Set<string> {
  const homes = web.stays.filter((s) => s.person === web.subject && makesMember(s)).map((s) => s.home);
  return new Set(web.stays.filter((s) => makesMember(s) && homes.includes(s.home) && s.person !== web.subject).map((s) => s.person));
}

describe('the sentence above the picture', () => {
  it('says where the child stays, who visits, and that no agency holds a record of both', () => {
    expect(sentencesFor(familyOfThreeHomes()).map((s) => s.words)).toEqual([
      'Child A lives in one household and stays part of the time in two others, sharing a home with five adults and four other children.',
      'Adult X visits one of these homes and is, or has been, in contact with four other households with four women and six children.',
      'In the records held here, no agency has a record of both Child A and Adult X.',
    ]);
  });

  it('no longer says that nobody holds both once one agency does', () => {
    const web = familyOfThreeHomes();
    const people = web.people.map((p) => (p.id === 'a' ? { ...p, agencies: [...p.agencies, 'pol'] } : p));
    expect(sentencesFor({ ...web, people }).at(-1)!.words).toBe(
      'In the records held here, one agency has a record of both Child A and Adult X.',
    );
  });

  it('says nothing of a visitor once the visit is denied', () => {
    const web = familyOfThreeHomes();
    const stays = web.stays.map((s) => (s.person === 'X' && s.home === 'h1' ? { ...s, standing: 'denied' as const } : s));
    expect(
      sentencesFor({ ...web, stays })
        .map((s) => s.words)
        .join(' '),
    ).not.toContain('visits');
  });

  it('does not read an absent home as living nowhere', () => {
    const web = familyOfThreeHomes();
    expect(sentencesFor({ ...web, stays: [] })[0]!.words).toBe('No home of Child A is recorded on this day.');
  });

  it('says only numbers that are counts in the model', () => {
    fc.assert(
      fc.property(randomWeb({ people: 75, homes: 12, ownHomes: 5 }), (web) => {
        const names = web.people.map((p) => p.name);
        const sentences = sentencesFor(web);
        for (const s of sentences) expect(numbersIn(s.words, names)).toEqual(s.counts);
        const homes = new Set(web.stays.filter((s) => s.person === web.subject && makesMember(s)).map((s) => s.home));
        if (homes.size === 0) return;
        const living = new Set(
          web.stays.filter((s) => s.person === web.subject && makesMember(s) && s.pattern === 'lives').map((s) => s.home),
        ).size;
        const people = [...sharersOf(web)].map((id) => web.people.find((p) => p.id === id)!);
        const unborn = people.filter((p) => p.unborn).length;
        const children = people.filter((p) => p.child).length - unborn;
        const said = [living, homes.size - living, people.length - children - unborn, children, unborn].filter((n) => n > 0);
        expect(sentences[0]!.counts).toEqual(said);
      }),
      { numRuns: 200 },
    );
  });
});
