import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { petalLayout } from '../../client/web/petals.ts';
import { codesOf } from '../../client/web/petals/blocks.ts';
import { blockMaker, coreOf } from '../../client/web/petals/core.ts';
import { shifted } from '../../client/web/petals/geometry.ts';
import { insideConvex, polygonTouches } from '../../client/web/petals/hull.ts';
import { bestSeating } from '../../client/web/petals/orders.ts';
import { planOf } from '../../client/web/petals/plan.ts';
import { tiesOf } from '../../client/web/petals/ties.ts';
import { familyOfThreeHomes, line, person, stay } from '../support/petals-family.ts';
import { coveredLabels, falseInclusions, figuresOf, overlappingSymbols, unshownMembers } from '../support/petals-measure.ts';
import { randomWeb } from '../support/petals-random.ts';
import type { Seating } from '../../client/web/petals/core.ts';
import type { Scene } from '../../client/web/scene.ts';
import type { Web } from '../../client/web/web-model.ts';

const MOST = { people: 60, homes: 14, ownHomes: 6 };

function inside(scene: Scene, home: string): string[] {
  return [...(scene.outlines.find((o) => o.home === home)?.inside ?? [])].sort();
}

function placeOf(scene: Scene, id: string) {
  const symbol = scene.symbols.find((s) => s.type === 'person' && s.id === id);
  return symbol?.type === 'person' ? symbol.at : null;
}

describe('the petals of a family of three homes', () => {
  const web = familyOfThreeHomes();
  const scene = petalLayout(web, 'a');

  it("puts each home's people inside its outline, and exactly these", () => {
    expect(inside(scene, 'h1')).toEqual(['A', 'B', 'a', 'b', 'c']);
    expect(inside(scene, 'h2')).toEqual(['C', 'D', 'a', 'd']);
    expect(inside(scene, 'h3')).toEqual(['E', 'a', 'b', 'e']);
  });

  it('puts the child of two homes where both outlines overlap', () => {
    const at = placeOf(scene, 'b')!;
    expect(
      scene.outlines
        .filter((o) => insideConvex(o.points, at))
        .map((o) => o.home)
        .sort(),
    ).toEqual(['h1', 'h3']);
  });

  it('ties the child to each of the three houses and nobody who lives in one home only', () => {
    const tethers = scene.lines.filter((l) => l.to.type === 'house').map((l) => `${l.from.id} ${l.kind} ${l.to.id}`);
    expect(tethers.sort()).toEqual(['a lives h1', 'a stays h2', 'a stays h3', 'b lives h1', 'b stays h3']);
  });

  it('ends the visits on the outline of the home, not on the mother', () => {
    const visit = scene.lines.find((l) => l.from.id === 'X' && l.to.id === 'h1')!;
    expect(visit.to.type).toBe('outline');
    expect(visit.ink).toBe('contact');
  });

  it("takes the mother's new baby out of the outline when the stay is denied", () => {
    const stays = web.stays.map((s) => (s.person === 'c' ? { ...s, standing: 'denied' as const } : s));
    const other = petalLayout({ ...web, stays }, 'a');
    expect(inside(other, 'h1')).toEqual(['A', 'B', 'a', 'b']);
    expect(other.notShown.facts).toEqual(['stay c h1 lives']);
  });

  it('says with a question mark that a stay is reported and not confirmed, though the outline holds it', () => {
    const stays = web.stays.map((s) => (s.person === 'B' ? { ...s, reported: true } : s));
    const asked = petalLayout({ ...web, stays }, 'a');
    const tether = asked.lines.find((l) => l.from.id === 'B' && l.to.type === 'house')!;
    expect(tether.reported).toBe(true);
    expect(asked.labels.find((l) => l.of === 'line' && l.id === tether.id)!.text).toEqual(['?']);
  });

  it('keeps the ended marriage with its two slashes', () => {
    expect(scene.lines.find((l) => l.id === 'couple A C')!.slashes).toHaveLength(2);
  });

  it('draws fewer crossings and larger words than the picture it was designed on', () => {
    const figures = figuresOf(scene);
    expect(figures.lines).toBeLessThanOrEqual(27);
    expect(figures.crossings).toBeLessThan(6);
    expect(figures.overSymbols).toBe(0);
    expect(figures.overLabels).toBe(0);
    expect(figures.labelPx).toBeGreaterThan(12);
  });
});

describe('the honesty rule', () => {
  const web = familyOfThreeHomes();
  const plan = planOf(web, 'a');
  const fair = bestSeating(plan, tiesOf(web, plan).ties);

  function outlinesOf(seating: Seating): { drawn: string[]; untrue: string[] } {
    const core = coreOf(plan, seating, blockMaker(plan, codesOf(web)));
    const untrue = [...core.outlines].flatMap(([home, outline]) =>
      [...core.people]
        .filter(
          ([id, at]) =>
            id !== 'a' && !plan.inside.get(id)!.includes(home) && polygonTouches(outline.points, shifted(core.blocks.get(id)!.all, at)),
        )
        .map(([id]) => `${id} in ${home}`),
    );
    return { drawn: [...core.outlines.keys()].sort(), untrue };
  }

  it('draws every outline where the seating allows it', () => {
    expect(outlinesOf(fair)).toEqual({ drawn: ['h1', 'h2', 'h3'], untrue: [] });
  });

  it("gives up the outline of the mother's home rather than hold the stepmother, seated between mother and partner", () => {
    const rows = fair.rows.map((r, i) => {
      const adults = r.adults.filter((id) => id !== 'D');
      return { children: r.children, adults: fair.homes[i] === 'h1' ? [adults[0]!, 'D', adults[1]!] : adults };
    });
    const { drawn, untrue } = outlinesOf({ ...fair, rows });
    expect(untrue).toEqual([]);
    expect(drawn).not.toContain('h1');
  });
});

describe('petals of any family', { timeout: 60_000 }, () => {
  it('never hold somebody who does not stay there, and show every member inside or tied to the house', () => {
    fc.assert(
      fc.property(randomWeb(MOST), (web) => {
        const scene = petalLayout(web, web.subject);
        expect(falseInclusions(web, scene)).toEqual([]);
        expect(unshownMembers(web, scene)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('put no symbol over another, and no words over words or a symbol', () => {
    fc.assert(
      fc.property(randomWeb({ ...MOST, people: 40 }), (web) => {
        const scene = petalLayout(web, web.subject);
        expect(overlappingSymbols(scene)).toEqual([]);
        expect(coveredLabels(scene)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('draw, fold or count every fact exactly once, and everybody once', () => {
    fc.assert(
      fc.property(randomWeb({ ...MOST, people: 66 }), (web) => {
        const scene = petalLayout(web, web.subject);
        const facts = [...scene.lines.flatMap((l) => l.facts), ...scene.folded, ...scene.notShown.facts].sort();
        expect(facts).toEqual([...web.stays, ...web.lines].map((f) => f.id).sort());
        const people = [...scene.symbols.flatMap((s) => (s.type === 'person' ? [s.id] : [])), ...scene.notShown.people].sort();
        expect(people).toEqual(web.people.map((p) => p.id).sort());
      }),
      { numRuns: 15 },
    );
  });

  it('are the same picture whatever the order of the records', () => {
    fc.assert(
      fc.property(randomWeb({ people: 30, homes: 10, ownHomes: 5 }), fc.nat(), (web, by) => {
        const turned = <T>(list: readonly T[]): T[] =>
          [...list.slice(by % Math.max(1, list.length)), ...list.slice(0, by % Math.max(1, list.length))].reverse();
        const shuffled: Web = {
          subject: web.subject,
          homes: turned(web.homes),
          stays: turned(web.stays),
          lines: turned(web.lines),
          agencies: turned(web.agencies),
          people: turned(web.people).map((p) => ({ ...p, agencies: turned(p.agencies) })),
        };
        expect(petalLayout(shuffled, web.subject)).toEqual(petalLayout(web, web.subject));
      }),
      { numRuns: 12 },
    );
  });

  it('stay where they are when an unrelated household is added elsewhere', () => {
    fc.assert(
      fc.property(randomWeb({ people: 30, homes: 10, ownHomes: 4 }), fc.constantFrom('!', 'p00', 'zz'), (web, id) => {
        const before = petalLayout(web, web.subject);
        const after = petalLayout(
          {
            ...web,
            people: [person(id, 'Somebody else'), ...web.people],
            homes: [...web.homes, { id: `home of ${id}`, name: 'Household elsewhere' }],
            stays: [...web.stays, stay(id, `home of ${id}`)],
          },
          web.subject,
        );
        expect({ ...after, notes: [], notShown: null }).toEqual({ ...before, notes: [], notShown: null });
        expect(after.notShown.people).toEqual([...before.notShown.people, id].sort());
      }),
      { numRuns: 12 },
    );
  });

  it('say how many people there is no room for', () => {
    const crowd = Array.from({ length: 72 }, (_, i) => person(`q${String(i).padStart(2, '0')}`, `Person ${i}`));
    const web: Web = {
      subject: 'q00',
      people: crowd,
      homes: [],
      stays: [],
      agencies: [],
      lines: crowd.slice(1).map((p) => line('associate', 'q00', p.id, 'friend')),
    };
    const scene = petalLayout(web, 'q00');
    expect(scene.symbols.filter((s) => s.type === 'person')).toHaveLength(60);
    expect(scene.notes).toContain('12 more people, show as list');
  });

  it('show a child with no home and nobody else', () => {
    const scene = petalLayout(
      { subject: 'a', people: [person('a', 'Child A', { child: true })], homes: [], stays: [], lines: [], agencies: [] },
      'a',
    );
    expect(scene.symbols).toHaveLength(1);
    expect(scene.outlines).toEqual([]);
  });

  it('refuse a subject who is not among the people', () => {
    expect(() => petalLayout(familyOfThreeHomes(), 'nobody')).toThrow(RangeError);
  });
});
