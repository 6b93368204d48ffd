import { and, eq, lt } from "drizzle-orm";
import { secondSteps } from "~db/schema/identity-officers";
import type { Transaction } from "~/platform/db.server";
import { equalsInConstantTime } from "~/platform/keys.server";
import { fail, succeed, type Result } from "~/platform/result";
import { unseal } from "~/platform/seal.server";
import { APP_CODE_DIGITS } from "./second-step";
import { recoveryMark, secondStepOwner } from "./set-second-step.server";
import { totpStep } from "./totp.server";

export type SecondStepGiven = { way: "app" | "paper"; leftCount: number };
/** Lost: the key that sealed the app's secret is not among ours; a code on paper still serves. */
export type CheckSecondStepCode = "second_step_missing" | "second_step_wrong" | "second_step_lost";

/**
 * Whether these digits are the person's second step: the app's code of this moment, or one of the codes on paper. Each
 * serves once: who looked over a shoulder comes too late.
 * @param typed six or twelve digits
 */
export async function checkSecondStep(
  tx: Transaction,
  { userId, typed }: { userId: string; typed: string },
): Promise<Result<SecondStepGiven, CheckSecondStepCode>> {
  const [row] = await tx.select().from(secondSteps).where(eq(secondSteps.userId, userId)).limit(1);
  if (!row) return fail("second_step_missing");
  const leftCount = row.recoveryMarks.length;
  if (typed.length === APP_CODE_DIGITS) {
    const secret = unseal(row.sealedSecret, secondStepOwner(userId));
    if (secret === null) return fail("second_step_lost");
    const step = totpStep(secret, typed);
    if (step === null) return fail("second_step_wrong");
    const used = await tx
      .update(secondSteps)
      .set({ lastStep: step })
      .where(and(eq(secondSteps.userId, userId), lt(secondSteps.lastStep, step)))
      .returning({ userId: secondSteps.userId });
    return used.length === 1 ? succeed({ way: "app", leftCount }) : fail("second_step_wrong");
  }
  const mark = recoveryMark(userId, typed);
  const left = row.recoveryMarks.filter((one) => !equalsInConstantTime(one, mark));
  if (left.length === leftCount) return fail("second_step_wrong");
  await tx.update(secondSteps).set({ recoveryMarks: left }).where(eq(secondSteps.userId, userId));
  return succeed({ way: "paper", leftCount: left.length });
}
