/**
 * The two keys of a home, in KITH_HOME/keys, each readable by this user only:
 *
 *   pseudonyms.key       turns an id into the pseudonym the audit log carries
 *   audit-signing.pem    signs the head of the log (Ed25519); audit-public.pem checks it, and may be given away
 *
 * Who has the log without the first cannot tell whom it is about; who has it without the second
 * cannot make it say something else unnoticed.
 */
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { KithError } from '../errors.ts';

export interface Keys {
  pseudonyms: Buffer;
  signing: KeyObject;
  public: KeyObject;
}

export const keysFolder = (home: string): string => path.join(home, 'keys');

/**
 * `mayMake`: the home has no audit log yet. A key that is gone while there is one is not replaced:
 * the old entries could no longer be read or checked. Throws AUDIT_UNAVAILABLE with what to do.
 */
export function openKeys(home: string, mayMake: boolean): Keys {
  const folder = keysFolder(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pseudonyms = path.join(folder, 'pseudonyms.key');
  const signing = path.join(folder, 'audit-signing.pem');
  if (mayMake && !existsSync(pseudonyms) && !existsSync(signing)) makeKeys(pseudonyms, signing);
  const key = createPrivateKey(readOwn(signing));
  return { pseudonyms: Buffer.from(readOwn(pseudonyms).trim(), 'hex'), signing: key, public: createPublicKey(key) };
}

/** For checking a log: the public half alone. */
export function readPublicKey(home: string): KeyObject {
  const file = path.join(keysFolder(home), 'audit-public.pem');
  if (!existsSync(file)) throw gone(file);
  return createPublicKey(readFileSync(file, 'utf8'));
}

/** 22 characters that stand for `text` in this home and nowhere else; the same text has always the same. */
export function pseudonymOf(key: Buffer, text: string): string {
  return `~${createHmac('sha256', key).update(text).digest('base64url').slice(0, 22)}`;
}

function makeKeys(pseudonyms: string, signing: string): void {
  const pair = generateKeyPairSync('ed25519');
  writeFileSync(path.join(path.dirname(signing), 'audit-public.pem'), pair.publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(signing, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  writeFileSync(pseudonyms, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
}

function readOwn(file: string): string {
  if (!existsSync(file)) throw gone(file);
  // Windows keeps no such bits: there the folder of the user is what protects it.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new KithError('AUDIT_UNAVAILABLE', `${file} can be read by others: run "chmod 600 ${file}", then start again.`);
  }
  return readFileSync(file, 'utf8');
}

function gone(file: string): KithError {
  return new KithError(
    'AUDIT_UNAVAILABLE',
    `The key ${file} is gone, and the audit log cannot be kept without it: put it back from your copy of the keys.`,
  );
}
