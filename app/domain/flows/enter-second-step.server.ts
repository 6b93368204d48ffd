import { GUEST, type UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  checkSecondStep,
  type CheckSecondStepCode,
  type SecondStepGiven,
} from "~/domain/identity/check-second-step.server";
import {
  forgetSecondStepTries,
  takeSecondStepTry,
} from "~/domain/identity/take-second-step-try.server";
import type { Admitted, Proven } from "~/domain/identity/types";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type EnterSecondStepCode = CheckSecondStepCode | "second_step_too_often";
export type SecondStepEntered = { admitted: Admitted; given: SecondStepGiven };

/** Whose password was right gives the second step; who gets in is noted, and with which kind of code. */
export async function enterSecondStep(
  { userId, passwordHash }: Proven,
  typed: string,
): Promise<Result<SecondStepEntered, EnterSecondStepCode>> {
  const waitMs = takeSecondStepTry(userId);
  if (waitMs > 0) return fail("second_step_too_often", { waitMs });
  const entered = await inTransaction(async (tx) => {
    const checked = await checkSecondStep(tx, { userId, typed });
    if (!checked.ok) return checked;
    const actor: UserActor = { kind: "user", userId, role: "department_officer" };
    await recordAction(tx, {
      actor,
      action: "officer.sign_in",
      subject: { kind: "user", id: userId },
      after: checked.value,
    });
    return checked;
  });
  if (!entered.ok) {
    await noteRefusal(userId, entered.code);
    return entered;
  }
  forgetSecondStepTries(userId);
  return succeed({
    admitted: { userId, passwordHash, hasSecondStep: true },
    given: entered.value,
  });
}

/** Whoever gets here has the password: a colleague looks for it in the log. */
async function noteRefusal(userId: string, code: CheckSecondStepCode): Promise<void> {
  await inTransaction((tx) =>
    recordAction(tx, {
      actor: GUEST,
      action: "officer.refuse_second_step",
      subject: { kind: "user", id: userId },
      after: { code },
    }),
  );
}
