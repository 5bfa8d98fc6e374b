/**
 * Local accounts, KITH_HOME/accounts.json, readable by this user only. A change counts from the next
 * request of the running server: the file is looked at again whenever it is another one.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { makeOwnFolder } from '../database/disk.ts';
import { inTurn } from '../database/turns.ts';
import { KithError } from '../errors.ts';
import { DEMONSTRATION } from './demonstration-accounts.ts';
import { hashPassword, type PasswordHash } from './passwords.ts';
import { isRole, OPERATOR, ROLES, type AccountRole } from './viewer.ts';

export interface Account {
  user: string;
  name: string;
  role: AccountRole;
  /** Id of an agency of the ledger. */
  agency?: string;
  team?: string;
  /** undefined: signs in through the identity provider; listed here only to be shut out. */
  password?: PasswordHash;
  disabled?: true;
  /** When the account was made, as an ISO time. */
  since: string;
}

export interface NewAccount {
  user: string;
  name: string;
  role: string;
  agency?: string | undefined;
  team?: string | undefined;
}

export interface Accounts {
  find(user: string): Account | undefined;
  all(): Account[];
}

/** Throws BAD_INPUT when others can read the file, or it cannot be read as accounts. */
export function openAccounts(home: string): Accounts {
  let seen: string | undefined;
  let accounts = new Map<string, Account>();
  const look = (): Map<string, Account> => {
    const stamp = stampOf(accountsFile(home));
    if (stamp !== seen) {
      accounts = new Map(readAccounts(home).map((account) => [account.user, account]));
      seen = stamp;
    }
    return accounts;
  };
  look();
  return { find: (user) => look().get(user), all: () => [...look().values()] };
}

/** Throws BAD_INPUT naming what is wrong; the password is given apart and never kept. */
export async function addAccount(home: string, account: NewAccount, password: string): Promise<void> {
  const { user, name, role, agency, team } = account;
  if (!/^[a-z][a-z0-9._-]{1,39}$/.test(user))
    throw wrong('user', 'must be 2 to 40 small letters, digits, dots, dashes or underscores, a letter first');
  if (user === OPERATOR || DEMONSTRATION.some((one) => one.user === user)) throw wrong('user', 'is a name Kith keeps for itself');
  if (name.trim() === '' || [...name].length > 100) throw wrong('name', 'must have 1 to 100 characters');
  if (!isRole(role)) throw wrong('role', `must be one of ${Object.keys(ROLES).join(', ')}`);
  const hash = await hashPassword(password, user);
  await change(home, (accounts) => {
    if (accounts.some((one) => one.user === user)) throw wrong('user', 'is taken');
    const fresh: Account = {
      user,
      name: name.trim(),
      role,
      ...(agency === undefined ? {} : { agency }),
      ...(team === undefined ? {} : { team }),
      password: hash,
      since: new Date().toISOString(),
    };
    return [...accounts, fresh];
  });
}

/** Shuts an account out, or lets it in again. One that is not listed signs in through the identity provider, and is listed to be shut out. */
export async function setDisabled(home: string, user: string, disabled: boolean, isProviderUser = false): Promise<void> {
  await change(home, (accounts) => {
    const found = accounts.find((one) => one.user === user);
    if (found === undefined && !(disabled && isProviderUser))
      throw new KithError('NOT_FOUND', `There is no account ${user}.`, { argument: 'user' });
    const { disabled: _, ...rest } = found ?? { user, name: user, role: 'practitioner' as const, since: new Date().toISOString() };
    return [...accounts.filter((one) => one !== found), { ...rest, ...(disabled ? { disabled: true as const } : {}) }];
  });
}

async function change(home: string, to: (accounts: Account[]) => Account[]): Promise<void> {
  makeOwnFolder(path.join(home, 'run'), 'KITH_HOME');
  const turn = { waiting: () => undefined, signal: AbortSignal.timeout(30_000), setting: 'KITH_HOME' };
  await inTurn(path.join(home, 'run'), turn, async () => {
    const accounts = to(readAccounts(home)).sort((a, b) => (a.user < b.user ? -1 : 1));
    // Written beside and moved over: whoever reads meanwhile sees the old file or the new one.
    const beside = `${accountsFile(home)}.${process.pid}`;
    writeFileSync(beside, `${JSON.stringify({ accounts }, null, 2)}\n`, { mode: 0o600 });
    const fd = openSync(beside, 'r+');
    fsyncSync(fd);
    closeSync(fd);
    renameSync(beside, accountsFile(home));
  });
}

function readAccounts(home: string): Account[] {
  const file = accountsFile(home);
  if (!existsSync(file)) return [];
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new KithError('BAD_INPUT', `${file} can be read by others: run "chmod 600 ${file}", then start again.`);
  }
  try {
    const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as { accounts: Account[] };
    if (!accounts.every((one) => typeof one.user === 'string' && isRole(one.role))) throw new SyntaxError('not accounts');
    return accounts;
  } catch (error) {
    throw new KithError('BAD_INPUT', `${file} cannot be read as accounts: put it back from your backup.`, {}, { cause: error });
  }
}

export const accountsFile = (home: string): string => path.join(home, 'accounts.json');

/** Another file, or other content: undefined while there is none. */
function stampOf(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const { ino, size, mtimeMs } = statSync(file);
  return `${ino} ${size} ${mtimeMs}`;
}

const wrong = (argument: string, rule: string): KithError => new KithError('BAD_INPUT', `${argument} ${rule}.`, { argument, rule });
