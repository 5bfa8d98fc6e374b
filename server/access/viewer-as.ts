/** Who asks on the command line: the operator, or somebody with an account whose eyes the operator borrows. */
import { KithError } from '../errors.ts';
import { openAccounts } from './accounts.ts';
import { isPurpose, isReference, PURPOSES } from './policy.ts';
import { OPERATOR, operator, type Viewer } from './viewer.ts';

export interface AskingAs {
  /** undefined: the operator. */
  user?: string | undefined;
  purpose: string;
  reference?: string | undefined;
}

/** Throws BAD_INPUT for words that the audit log must not carry, NOT_FOUND and NOT_SIGNED_IN for the user. */
export function viewerAs(home: string, { user, purpose, reference }: AskingAs): Viewer {
  if (purpose !== OPERATOR && !isPurpose(purpose)) {
    const rule = `must be one of ${[OPERATOR, ...PURPOSES.map(({ kind }) => kind)].join(', ')}`;
    throw new KithError('BAD_INPUT', `--purpose ${rule}.`, { argument: '--purpose', rule });
  }
  if (reference !== undefined && !isReference(reference))
    throw new KithError('BAD_INPUT', '--reference must be a number of a case and no sentence.', { argument: '--reference' });
  const stated = { purpose, ...(reference === undefined ? {} : { reference }) };
  if (user === undefined) return { ...operator(), ...stated };
  const account = openAccounts(home).find(user);
  if (account === undefined) throw new KithError('NOT_FOUND', 'There is no account of that name.', { argument: '--as' });
  if (account.disabled === true) throw new KithError('NOT_SIGNED_IN', 'That account is shut out.', { argument: '--as' });
  const { role, agency, team } = account;
  return { user, role, ...(agency === undefined ? {} : { agency }), ...(team === undefined ? {} : { team }), ...stated };
}
