import { productImportRows, productImports } from "~db/schema/exchange";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { countKinds } from "./count-kinds";
import { hashPlans } from "./hash-plans.server";
import type { PlannedLine } from "./plan-table";

export type NewImport = {
  id: string;
  householdId: string;
  uploadedById: string;
  fileName: string;
  zeroesAbsent: boolean;
  lines: readonly PlannedLine[];
};

const ROWS_AT_ONCE = 200;
const MAX_NAME_LENGTH = 200;

/** Keeps what a file says and what it would do, for its household to look at. */
export async function keepImport(tx: Transaction, input: NewImport): Promise<void> {
  const { lines, ...kept } = input;
  await tx.insert(productImports).values({
    ...kept,
    fileName: input.fileName.slice(0, MAX_NAME_LENGTH),
    uploadedAt: now(),
    status: "planned",
    planHash: hashPlans(lines.map(({ plan }) => plan)),
    counts: countKinds(lines),
  });
  for (let start = 0; start < lines.length; start += ROWS_AT_ONCE) {
    const some = lines.slice(start, start + ROWS_AT_ONCE);
    await tx.insert(productImportRows).values(
      some.map(({ row, plan }, i) => ({
        importId: input.id,
        position: start + i + 1,
        row,
        kind: plan.kind,
        plan,
      })),
    );
  }
}
