/** How the database goes about a statement, as its EXPLAIN and PROFILE say. */
export interface PlanStep {
  operator: string;
  details: string;
  /** Names of what the compiler warned about. */
  warnings: string[];
  children: PlanStep[];
}

interface DriverPlan {
  operatorType: string;
  arguments: Record<string, unknown>;
  children: DriverPlan[];
}

export function asPlanStep(plan: DriverPlan, warnings: string[]): PlanStep {
  const operator = plan.operatorType.replace(/@.*$/, '');
  return {
    operator,
    details: String(plan.arguments['Details'] ?? ''),
    warnings,
    children: plan.children.map((child) => asPlanStep(child, [])),
  };
}
