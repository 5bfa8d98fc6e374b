/**
 * Passwords as scrypt hashes that carry their own parameters, so that these can be raised later.
 * Cost, block and parallelism follow OWASP's Password Storage Cheat Sheet (scrypt, 2^15, 8, 3).
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { KithError } from '../errors.ts';

export interface PasswordHash {
  kind: 'scrypt';
  cost: number;
  block: number;
  parallel: number;
  /** base64url, as `key`. */
  salt: string;
  key: string;
}

const parameters = { cost: 2 ** 15, block: 8, parallel: 3 };
const keyBytes = 32;
const leastLength = 12;
const mostLength = 256;

/** Throws BAD_INPUT naming the rule; the password is never repeated. */
export async function hashPassword(password: string, user: string): Promise<PasswordHash> {
  const length = [...password].length;
  if (length < leastLength || length > mostLength) throw wrong(`must have ${leastLength} to ${mostLength} characters`);
  if (password.toLowerCase().includes(user.toLowerCase())) throw wrong('must not contain the user name');
  if (new Set(password).size < 5) throw wrong('must have at least five different characters');
  const salt = randomBytes(16);
  const key = await derive(password, salt, parameters);
  return { kind: 'scrypt', ...parameters, salt: salt.toString('base64url'), key: key.toString('base64url') };
}

/** Takes as long for an unknown user (`hash` undefined) as for a known one. */
export async function isPassword(hash: PasswordHash | undefined, password: string): Promise<boolean> {
  if ([...password].length > mostLength) return false;
  const against = hash ?? nobody;
  const key = await derive(password, Buffer.from(against.salt, 'base64url'), against);
  const kept = Buffer.from(against.key, 'base64url');
  return timingSafeEqual(key, kept.length === keyBytes ? kept : Buffer.alloc(keyBytes)) && hash !== undefined;
}

const nobody: PasswordHash = { kind: 'scrypt', ...parameters, salt: 'AAAAAAAAAAAAAAAAAAAAAA', key: 'A'.repeat(43) };

let running: Promise<unknown> = Promise.resolve();

/** One at a time: each takes 32 MB and a processor, and a stranger may try as many as they like. */
function derive(
  password: string,
  salt: Buffer,
  { cost, block, parallel }: Pick<PasswordHash, 'cost' | 'block' | 'parallel'>,
): Promise<Buffer> {
  const work = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const options = { N: cost, r: block, p: parallel, maxmem: 256 * cost * block };
      // The same password typed on another keyboard may come as other code points (NIST SP 800-63B, 5.1.1.2).
      scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error === null ? resolve(key) : reject(error)));
    });
  const next = running.then(work, work);
  running = next.catch(() => undefined);
  return next;
}

const wrong = (rule: string): KithError => new KithError('BAD_INPUT', `The password ${rule}.`, { argument: 'password', rule });
