/**
 * Ties between two people that follow from what is recorded of each: a shared home, a visit, a meeting,
 * a parent in common, a small group; and everything carried over to the other record of one person.
 * docs/model.md section 6. Pure; every function makes the ties of one row of its table.
 */
import { siblingVersions } from './siblings.ts';
import { groupBy } from './grouping.ts';
import type { Ledger } from './holdings.ts';
import { asHolder, derived, isOneself, prune, type CarriedAlong } from './joint.ts';
import { carryOver } from './same.ts';
import type { Kind, Version } from './versions.ts';

/** Homes where strangers sleep under one roof: two people share one only as one party, or as kin or a couple. */
export const SHARED_ROOFS = ['hotel', 'hostel', 'hospital', 'prison'];
const KIN_KINDS: readonly Kind[] = ['PARENT_OF', 'PARTNER_OF', 'SIBLING_OF', 'RELATIVE_OF'];
const MEETINGS = ['visit', 'appointment', 'meeting'];

export function deriveFrom(ledger: Ledger, base: readonly Version[]): Version[] {
  const along = carryOver(base);
  const carried = [...along.keys()];
  const ties = [...base, ...carried];
  const siblings = prune(siblingVersions(ties, along));
  const kin = groupBy(
    [...ties, ...siblings].filter((version) => KIN_KINDS.includes(version.kind)),
    (version) => pairKey(version.start, version.end),
  );
  return [
    ...carried,
    ...siblings,
    ...prune(homes(ledger, ties, kin, along)),
    ...prune(groups(ledger, ties, along)),
    ...prune(encounters(ledger, ties, along)),
  ];
}

const pairKey = (a: string, b: string): string => (a <= b ? `${a}\n${b}` : `${b}\n${a}`);

function homes(ledger: Ledger, ties: readonly Version[], kin: Map<string, Version[]>, along: CarriedAlong): Version[] {
  const stays = groupBy(
    ties.filter((v) => v.kind === 'AT_HOME' && v.form !== 'excluded'),
    (v) => v.end,
  );
  return [...stays].flatMap(([home, atHome]) => {
    const household = ledger.records.get(home);
    const isShared = household?.type === 'household' && SHARED_ROOFS.includes(household.kind ?? 'home');
    return pairsOf(atHome, 'start', along).flatMap(([a, b]) =>
      sharedStay(home, a, b, !isShared || sameParty(a, b) ? [[]] : (kin.get(pairKey(a.start, b.start)) ?? []).map((tie) => [tie])),
    );
  });
}

/** What two stays in one home make: sharing it, visiting who is there, or perhaps having met there as visitors. */
function sharedStay(home: string, a: Version, b: Version, joins: Version[][]): Version[] {
  const visits = [a, b].filter((stay) => stay.form === 'visits').length;
  const [first, second] = visits === 1 ? (a.form === 'visits' ? [a, b] : [b, a]) : a.start <= b.start ? [a, b] : [b, a];
  const kind: Kind = visits === 0 ? 'SHARES_HOME' : visits === 1 ? 'VISITS_HOME_OF' : 'MAY_HAVE_MET';
  const shape = {
    kind,
    start: first.start,
    end: second.start,
    via: home,
    unit: `home|${home}`,
    more: { patterns: [first.form, second.form] },
  };
  return joins.flatMap((join) => derived(shape, [first, second, ...join.map(asHolder)]));
}

function sameParty(a: Version, b: Version): boolean {
  const parties = (stay: Version): string[] => (stay.more?.['parties'] as string[] | undefined) ?? [];
  return parties(a).some((party) => parties(b).includes(party));
}

function groups(ledger: Ledger, ties: readonly Version[], along: CarriedAlong): Version[] {
  const roles = groupBy(
    ties.filter((v) => v.kind === 'HAS_ROLE'),
    (v) => v.end,
  );
  return [...roles].flatMap(([id, held]) => {
    const organisation = ledger.records.get(id);
    if (organisation?.type !== 'organisation' || !organisation.small) return [];
    return pairsOf(held, 'start', along)
      .filter(([a, b]) => !(a.more?.['child'] === true && b.more?.['child'] === true))
      .flatMap(([a, b]) => {
        const [first, second] = a.start <= b.start ? [a, b] : [b, a];
        return derived(
          {
            kind: 'SHARES_GROUP',
            start: first.start,
            end: second.start,
            via: id,
            unit: `group|${id}`,
            more: { roles: [first.form, second.form] },
          },
          [first, second],
        );
      });
  });
}

/** Two people present at one event met there; so did two people met at one visit, appointment or meeting. */
function encounters(ledger: Ledger, ties: readonly Version[], along: CarriedAlong): Version[] {
  const present = groupBy(
    ties.filter((v) => v.kind === 'ABOUT' && wasThere(ledger, v)),
    (v) => v.start,
  );
  return [...present].flatMap(([matter, there]) =>
    pairsOf(there, 'end', along).flatMap(([a, b]) => {
      const [first, second] = a.end <= b.end ? [a, b] : [b, a];
      const { type, form, place } = first.more ?? {};
      return derived(
        { kind: 'MET', start: first.end, end: second.end, via: matter, unit: `${String(type)}|${matter}`, more: { type, form, place } },
        [first, second],
      );
    }),
  );
}

function wasThere(ledger: Ledger, { start, more }: Version): boolean {
  if (more?.['type'] === 'event') return more['present'] === true;
  const record = ledger.records.get(start);
  return record?.type === 'contact' && MEETINGS.includes(record.kind) && more?.['met'] === true;
}

/** Every two versions that speak of different people. */
function pairsOf(versions: readonly Version[], person: 'start' | 'end', along: CarriedAlong): [Version, Version][] {
  return versions.flatMap((a, index) =>
    versions.slice(index + 1).flatMap((b): [Version, Version][] => (isOneself(a, b, person, along) ? [] : [[a, b]])),
  );
}
