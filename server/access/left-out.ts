/**
 * Leaving out the kinds of detail that a role and purpose do not open (policy.ts, FIELD_GROUPS), before
 * any sentence is made of a record: a word left out of the record is in no sentence about it.
 */
import type { Claim, StatementRecord } from '../ledger/records.ts';
import type { FieldGroup } from './policy.ts';

type Shows = ReadonlySet<FieldGroup>;

export function openStatement(record: StatementRecord, shows: Shows): StatementRecord {
  const { note, source, ...rest } = record;
  return {
    ...rest,
    claim: openClaim(record.claim, shows),
    ...(note !== undefined && shows.has('free text') ? { note } : {}),
    ...(source === undefined ? {} : { source: shows.has('source') ? source : { kind: source.kind } }),
  };
}

/** What a person's details say: other names and numbers go with `identity`. */
export function openDetail<T extends { names?: unknown; identifiers?: unknown }>(detail: T, shows: Shows): T {
  return shows.has('identity') ? detail : without(detail, 'names', 'identifiers');
}

/** Where a home is: the responsible authority stays, for it says only which office to ring. */
export function openPlace<T extends { lines?: unknown; postcode?: unknown; uprn?: unknown }>(place: T, shows: Shows): T {
  return shows.has('address') ? place : without(place, 'lines', 'postcode', 'uprn');
}

/** What a tie or a fact says beside its dates: a concern's own words go with `offence`, a note in words with `free text`. */
export function openMore<T extends Record<string, unknown> | null>(kind: string, more: T, shows: Shows): T {
  if (more === null) return more;
  return kind === 'OF_CONCERN' && !shows.has('offence') ? without(more, 'what') : more;
}

function openClaim(claim: Claim, shows: Shows): Claim {
  switch (claim.type) {
    case 'detail':
      return openDetail(claim, shows);
    case 'address':
      return openPlace(claim, shows);
    case 'concern':
      return shows.has('offence') ? claim : without(claim, 'what');
    case 'relative':
    case 'associate':
      return shows.has('free text') ? claim : without(claim as { what?: string } & Claim, 'what');
    default:
      return claim;
  }
}

/** The fields named are optional in every type used here. */
function without<T extends object>(from: T, ...names: string[]): T {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name))) as T;
}
