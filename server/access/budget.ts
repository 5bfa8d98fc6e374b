/**
 * How many different people one user may see in a day: whoever reads the whole county is not deciding on
 * a contact. Kept in memory, so a restart begins anew; what was seen stands in the audit log for good.
 */
export interface Budget {
  /** False when these people would be more than the user may see that day; they are then not counted. */
  allows(user: string, people: Iterable<string>, day: string): boolean;
}

export function openBudget(most: number): Budget {
  let today = '';
  let seen = new Map<string, Set<string>>();
  return {
    allows: (user, people, day) => {
      if (day !== today) seen = new Map();
      today = day;
      const known = seen.get(user) ?? new Set();
      const fresh = [...new Set(people)].filter((id) => !known.has(id));
      if (known.size + fresh.length > most) return false;
      for (const id of fresh) known.add(id);
      seen.set(user, known);
      return true;
    },
  };
}
