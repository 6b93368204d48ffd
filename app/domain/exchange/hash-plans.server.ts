import { createHash } from "node:crypto";
import type { RowPlan } from "./table-columns";

/** What all of a dry run shows, as one word: a yes to it counts for nothing else. */
export function hashPlans(plans: readonly RowPlan[]): string {
  const hash = createHash("sha256");
  for (const plan of plans) hash.update(`${JSON.stringify(plan)}\n`);
  return hash.digest("hex").slice(0, 32);
}
