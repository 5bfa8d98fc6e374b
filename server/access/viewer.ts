/**
 * Who asks, and what is open to them on the day of asking (docs/security.md section 3).
 */

export type Viewer = {
  user: string
  agency?: string
  role?: string
  /** Stated before the first question: REASON_REQUIRED without one. */
  purpose?: string
  reference?: string
}

/** Who sits at the machine: every unsealed record, and audited like anybody. */
export const operator = (purpose = 'operator'): Viewer => ({ user: 'operator', role: 'operator', purpose })

/** Seals open to a viewer on a day. The operator opens none. */
export const sealsOpenTo = (_viewer: Viewer, _day: string): readonly string[] => []

/** Agencies a viewer may ask for. The operator asks over all. */
export const agenciesOpenTo = (_viewer: Viewer, agencies: readonly string[]): readonly string[] => agencies
