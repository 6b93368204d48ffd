import { eq } from "drizzle-orm";
import { withholdingSwitches } from "~db/schema/settlement-tax";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { NewWithholding } from "./types-tax";

/** One person asks to switch withholding on or off from a day on; nothing changes before a second agrees. */
export async function proposeWithholding(
  tx: Transaction,
  input: NewWithholding & { proposedById: string },
): Promise<Result<{ isNew: boolean }, "tax_day_past">> {
  const { switchId: id, ...given } = input;
  const isKnown = (await tx.$count(withholdingSwitches, eq(withholdingSwitches.id, id))) > 0;
  if (isKnown) return succeed({ isNew: false });
  if (given.effectiveOn < localDateOf(now())) return fail("tax_day_past");
  await tx.insert(withholdingSwitches).values({ ...given, id, proposedAt: now() });
  return succeed({ isNew: true });
}
