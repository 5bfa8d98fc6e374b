/**
 * One number for all that the ledger and the graph hold, whatever order it came in: the sum, modulo
 * 2^256, of the SHA-256 of every record and of every live version.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import type { Version } from './versions.ts';

/** Hex without leading zeros; `0` for nothing. */
export type Digest = string;

const MODULUS = 1n << 256n;

/** What is the same of a version in every load: all of it but the revisions it lived from and to. */
export function versionHash(version: Version): string {
  return createHash('sha256').update(canonicalJson(version)).digest('hex');
}

/** `hashes` are 64 hex digits each. */
export function digestPlus(digest: Digest, hashes: Iterable<string>): Digest {
  let sum = BigInt(`0x${digest}`);
  for (const hash of hashes) sum += BigInt(`0x${hash}`);
  return (sum % MODULUS).toString(16);
}

export function digestMinus(digest: Digest, hashes: Iterable<string>): Digest {
  const taken = BigInt(`0x${digestPlus('0', hashes)}`);
  return ((BigInt(`0x${digest}`) + MODULUS - taken) % MODULUS).toString(16);
}

/** The hash of a load: of its records, in any order. */
export const hashOfAll = (hashes: Iterable<string>): string => digestPlus('0', hashes).padStart(64, '0');
