/** The three accounts of the demonstration, their password for anybody to read: they open nothing but invented and reviewed cases. */
import type { AccountRole } from './viewer.ts';

export interface DemonstrationAccount {
  user: string;
  name: string;
  role: AccountRole;
  agency: string;
  says: string;
}

export const DEMONSTRATION_PASSWORD = 'demonstration';

export const DEMONSTRATION: readonly DemonstrationAccount[] = [
  {
    user: 'mash',
    name: 'Demonstration: MASH worker',
    role: 'mash',
    agency: 'mia/csc',
    says: 'One contact to decide: who is around this child, and who holds what.',
  },
  {
    user: 'analyst',
    name: 'Demonstration: analyst',
    role: 'analyst',
    agency: 'mia/police',
    says: "A person's network: families, areas, routes.",
  },
  {
    user: 'reviewer',
    name: 'Demonstration: reviewer',
    role: 'reviewer',
    agency: 'mia/review',
    says: 'What was held when, by whom, and between whom.',
  },
].map((one): DemonstrationAccount => ({ ...one, role: one.role as AccountRole, says: `${one.says} Password: ${DEMONSTRATION_PASSWORD}` }));
