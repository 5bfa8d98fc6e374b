/**
 * What a question is asked with, and the reading of versions as the database returns them.
 */
import type { FieldGroup } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Graph } from '../database/graph.ts';
import { KithError } from '../errors.ts';
import type { Kind, Version } from '../ledger/versions.ts';
import { FIRST_DAY, type Day, type Standing } from '../ledger/versions.ts';
import type { CommonArguments, Given } from './common-arguments.ts';

export type Agency = { id: string; name: string; kind: string; area: string | null };
/** An agency as sentences call it, and the first and last day on which it came to hold something; null: nothing loaded. */
export type KnownAgency = Agency & { short: string; first: Day | null; last: Day | null; lastLoad: Day | null };

export type Asking = {
  graph: Graph;
  viewer: Viewer;
  /** Kinds of detail open to the viewer; the others are left out. */
  shows: ReadonlySet<FieldGroup>;
  /** The day of asking. */
  today: Day;
  /** The ledger's published revision, read once. */
  revision: number;
  /** Seals open to the viewer on the day of asking. */
  opened: string[];
  agencies: ReadonlyMap<string, KnownAgency>;
  common: CommonArguments;
  /** Ids of everybody told of, for the audit. */
  told: Set<string>;
};

export type Question = {
  name: string;
  /** Names of its own arguments, beside the common ones. */
  own: readonly string[];
  /** It puts something into the ledger: the log has it before it is done, and it is never asked again. */
  changes?: true;
  ask: (asking: Asking, given: Given) => Promise<unknown>;
};

/** What the predicate of docs/model.md section 5 is tested with; `standings` where others are followed. */
export function tests({ common, opened, revision }: Asking, standings: readonly Standing[] = common.standings) {
  const { asAt, since, heldOn, heldBy, ties, without, within } = common;
  return {
    asAt,
    since: since ?? FIRST_DAY,
    heldOn,
    heldBy: [...heldBy],
    opened: [...opened],
    revision,
    ties: [...ties] as string[],
    standings: [...standings] as string[],
    without: [...without],
    within,
  };
}

/** One relationship as rows carry it: its type, its ends and its properties. */
export function readVersion(row: Record<string, unknown>): Version {
  const { kind, start, end, properties } = row as {
    kind: Kind;
    start: string;
    end: string;
    properties: Omit<Version, 'more'> & { more?: string };
  };
  return {
    ...properties,
    kind,
    start,
    end,
    form: properties.form ?? null,
    via: properties.via ?? null,
    more: properties.more === undefined ? null : (JSON.parse(properties.more) as Version['more']),
  };
}

/** Absent or hidden: the same words. */
export const notFound = (argument: string): KithError =>
  new KithError('NOT_FOUND', `${argument} names nobody and nothing that you may see here.`, { argument });
