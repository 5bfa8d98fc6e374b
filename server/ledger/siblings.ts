/**
 * Brothers and sisters by their parents: two children of one parent, or step where a parent of each are
 * or were partners. Whether full, half or step is worked out when shown (words/kinship.ts), never stored.
 * docs/model.md section 6. Pure.
 */
import { dayAfter, dayBefore, earlier, later, type Span } from './dates.ts';
import { derived, isOneself, joint, type CarriedAlong } from './joint.ts';
import { groupBy } from './grouping.ts';
import { isSubset, sealSets, union } from './holdings.ts';
import { LAST_DAY, type Day, type Version } from './versions.ts';

type Births = Map<string, Version[]>;

export function siblingVersions(ties: readonly Version[], along: CarriedAlong): Version[] {
  const births: Births = groupBy(
    ties.filter((v) => v.kind === 'HAS_DETAIL' && v.more?.['born'] !== undefined),
    (v) => v.start,
  );
  const parents = groupBy(
    ties.filter((v) => v.kind === 'PARENT_OF' && v.form !== 'parental responsibility'),
    (v) => v.start,
  );
  const couples = ties.filter((v) => v.kind === 'PARTNER_OF');
  return [...byParent(parents, births, along), ...byCouple(parents, couples, births, along)];
}

function byParent(parents: Map<string, Version[]>, births: Births, along: CarriedAlong): Version[] {
  return [...parents].flatMap(([parent, children]) =>
    children.flatMap((a, index) =>
      children.slice(index + 1).flatMap((b) => {
        if (isOneself(a, b, 'end', along)) return [];
        return siblings(a, b, [], { via: parent, unit: `parent|${parent}`, form: null }, births);
      }),
    ),
  );
}

function byCouple(parents: Map<string, Version[]>, couples: readonly Version[], births: Births, along: CarriedAlong): Version[] {
  return couples.flatMap((couple) =>
    (parents.get(couple.start) ?? []).flatMap((a) =>
      (parents.get(couple.end) ?? []).flatMap((b) => {
        if (isOneself(a, b, 'end', along)) return [];
        return siblings(
          a,
          b,
          [couple],
          { via: [couple.start, couple.end].sort().join('+'), unit: `couple|${couple.start}|${couple.end}`, form: 'step' },
          births,
        );
      }),
    ),
  );
}

/**
 * From the later birth, as the agencies of the two parent ties hold it; one version per stretch of days on
 * which they held the same. Its spell is what each part was, not which agency's fold it came from: what two
 * agencies hold only together says nothing once one of them holds it alone (`prune`), and there would be a
 * version for every two agencies that know a parent.
 */
function siblings(
  a: Version,
  b: Version,
  couple: Version[],
  shape: { via: string; unit: string; form: string | null },
  births: Births,
): Version[] {
  const [first, second] = a.end <= b.end ? [a, b] : [b, a];
  const [start, end] = [first.end, second.end];
  const shared = joint([first, second, ...couple]);
  if (!shared) return [];
  const holders = union(first.holders, second.holders);
  const known = [...(births.get(start) ?? []), ...(births.get(end) ?? [])].filter((birth) => isSubset(birth.holders, holders));
  return sealSets([shared.seals, ...known.map((birth) => birth.seals)])
    .filter((open) => isSubset(shared.seals, open))
    .flatMap((open) => {
      const visible = known.filter((birth) => isSubset(birth.seals, open));
      return stretches(shared.heldFrom, shared.heldTo, visible).flatMap((held) => {
        const born = laterBirth(
          visible.filter((birth) => birth.heldFrom <= held.from && birth.heldTo >= held.from),
          [start, end],
        );
        return derived({ kind: 'SIBLING_OF', start, end, ...shape }, [first, second, ...couple], {
          spell: [first, second, ...couple].map(({ form }) => form).join('+'),
          heldFrom: held.from,
          heldTo: held.to,
          seals: [...open],
          from: born ? later(shared.from, born.earliest) : shared.from,
          sureFrom: born ? later(shared.sureFrom, born.latest) : shared.sureFrom,
        });
      });
    });
}

function laterBirth(births: readonly Version[], children: readonly string[]): Span | null {
  const spans = children.flatMap((child) => {
    const held = births.filter((birth) => birth.start === child).map((birth) => birth.more!['born'] as Span);
    return held.length === 0
      ? []
      : [{ earliest: held.map((s) => s.earliest).reduce(earlier), latest: held.map((s) => s.latest).reduce(later) }];
  });
  return spans.length === 0
    ? null
    : { earliest: spans.map((s) => s.earliest).reduce(later), latest: spans.map((s) => s.latest).reduce(later) };
}

/** The held period cut wherever what is held of a birth changes. */
function stretches(from: Day, to: Day, births: readonly Version[]): { from: Day; to: Day }[] {
  const starts = [
    from,
    ...births.flatMap((birth) => (birth.heldTo === LAST_DAY ? [birth.heldFrom] : [birth.heldFrom, dayAfter(birth.heldTo)])),
  ].filter((day) => day >= from && day <= to);
  const days = [...new Set(starts)].sort();
  return days.map((day, index) => ({ from: day, to: days[index + 1] === undefined ? to : dayBefore(days[index + 1]!) }));
}
