import { eq } from "drizzle-orm";
import { withholdingSwitches } from "~db/schema/settlement-tax";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type AgreeToWithholdingCode =
  "withholding_not_found" | "second_person_needed" | "tax_day_past";

/** A second person agrees, before the day is over: what was sold by then stays as it was. */
export async function agreeToWithholding(
  tx: Transaction,
  { switchId, agreedById }: { switchId: string; agreedById: string },
): Promise<Result<{ effectiveOn: string; isOn: boolean; isNew: boolean }, AgreeToWithholdingCode>> {
  const [asked] = await tx
    .select()
    .from(withholdingSwitches)
    .where(eq(withholdingSwitches.id, switchId))
    .limit(1);
  if (!asked) return fail("withholding_not_found");
  const { effectiveOn, isOn } = asked;
  if (asked.agreedAt !== null) return succeed({ effectiveOn, isOn, isNew: false });
  if (asked.proposedById === agreedById) return fail("second_person_needed");
  if (effectiveOn < localDateOf(now())) return fail("tax_day_past");
  await tx
    .update(withholdingSwitches)
    .set({ agreedById, agreedAt: now() })
    .where(eq(withholdingSwitches.id, switchId));
  return succeed({ effectiveOn, isOn, isNew: true });
}
