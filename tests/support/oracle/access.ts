/**
 * The rules of docs/security.md section 3 read a second time, slowly and in another way: each asked
 * alone of one agency, one kind of detail, one seal, one day.
 */
import type { FieldGroup } from '../../../server/access/policy.ts';
import type { Viewer } from '../../../server/access/viewer.ts';
import type { SealRecord } from '../../../server/ledger/records.ts';

export function mayPool({ role, purpose, agency: own }: Viewer, agency: { id: string; kind: string }): boolean {
  switch (`${role} for ${purpose}`) {
    case 'mash for contact':
    case 'mash for training':
    case 'analyst for training':
    case 'reviewer for training':
    case 'reviewer for review':
    case 'privacy officer for oversight':
      return true;
    case 'practitioner for contact':
    case 'custodian for oversight':
      return agency.id === own;
    case 'analyst for network': {
      const isHealth = ['GP', 'CAMHS', 'hospital', 'midwifery', 'health visiting'].includes(agency.kind);
      return agency.id === own || (!isHealth && agency.kind !== 'voluntary' && agency.kind !== 'other');
    }
    default:
      return role === 'operator';
  }
}

export function showsTo(viewer: Viewer, group: FieldGroup): boolean {
  if (viewer.role === 'analyst' && viewer.purpose === 'network') return group !== 'source' && group !== 'free text';
  // Whoever may pool an agency of every kind, or their own, sees all of what it holds.
  return mayPool({ ...viewer, agency: 'own' }, { id: 'own', kind: 'other' });
}

export function opens({ opens: to, excludes, from, to: until }: SealRecord, { user, role, agency }: Viewer, day: string): boolean {
  for (const excluded of excludes?.users ?? []) if (excluded === user) return false;
  const named = [
    ...(to?.users ?? []).map((one) => `user ${one}`),
    ...(to?.roles ?? []).map((one) => `role ${one}`),
    ...(to?.agencies ?? []).map((one) => `agency ${one}`),
  ];
  if ([`user ${user}`, `role ${role}`, `agency ${agency}`].some((one) => named.includes(one))) return true;
  const first = from === undefined ? '0000' : (bounds[from]?.[0] ?? '');
  const last = until === undefined ? '9999-99' : (bounds[until]?.[1] ?? '');
  return day < first || day > last;
}

/** First and last day of each written period the test uses, worked out by hand. */
const bounds: Record<string, [string, string]> = {
  '2020': ['2020-01-01', '2020-12-31'],
  '2021': ['2021-01-01', '2021-12-31'],
  '2021-04': ['2021-04-01', '2021-04-30'],
  '2021-08': ['2021-08-01', '2021-08-31'],
  '2021-04-09': ['2021-04-09', '2021-04-09'],
  '2022-02-28': ['2022-02-28', '2022-02-28'],
  '2021-05~': ['2021-04-01', '2021-06-30'],
  '2021-06~': ['2021-05-01', '2021-07-31'],
  '2020-12-31?': ['2020-12-31', '2020-12-31'],
  '2021-01-01/2021-03-01': ['2021-01-01', '2021-03-01'],
  '../2021-09-09': ['0001-01-01', '2021-09-09'],
  '..': ['0001-01-01', '9999-12-31'],
};
