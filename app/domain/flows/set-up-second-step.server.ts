import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { findStanding } from "~/domain/identity/queries.server";
import { findSecondStep } from "~/domain/identity/queries-officers.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { setSecondStep } from "~/domain/identity/set-second-step.server";
import {
  forgetSecondStepTries,
  takeSecondStepTry,
} from "~/domain/identity/take-second-step-try.server";
import { totpStep } from "~/domain/identity/totp.server";
import type { Admitted, Proven } from "~/domain/identity/types";
import {
  useOfficerGrant,
  type UseOfficerGrantCode,
} from "~/domain/identity/use-officer-grant.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type SetUpSecondStepCode =
  UseOfficerGrantCode | "second_step_wrong" | "second_step_too_often" | "second_step_there";

/**
 * An officer comes in for the first time, or anew: with the password, the code that the agreeing colleague told, and the
 * first code of the app. They choose a password of their own, for the one they had is known to who asked. Answers ten codes to
 * be written down.
 * @param input.secret what the page showed (`totpSecret`)
 */
export async function setUpSecondStep(
  { userId, passwordHash: givenHash }: Proven,
  input: { secret: string; grantCode: string; typed: string; newPassword: string },
): Promise<Result<{ admitted: Admitted; recoveryCodes: string[] }, SetUpSecondStepCode>> {
  const waitMs = takeSecondStepTry(userId);
  if (waitMs > 0) return fail("second_step_too_often", { waitMs });
  const passwordHash = await hashPassword(input.newPassword);
  const done = await inTransaction(async (tx) => {
    if (await findSecondStep(userId, tx)) return fail("second_step_there");
    // Renewed or ended meanwhile: who has the password of before comes no further.
    if ((await findStanding(tx, userId))?.passwordHash !== givenHash)
      return fail("officer_no_grant");
    const granted = await useOfficerGrant(tx, { userId, code: input.grantCode });
    if (!granted.ok) return granted;
    const step = totpStep(input.secret, input.typed);
    if (step === null) return fail("second_step_wrong");
    const recoveryCodes = await setSecondStep(tx, { userId, secret: input.secret, step });
    await setPassword(tx, { userId, passwordHash });
    const actor: UserActor = { kind: "user", userId, role: "department_officer" };
    const subject = { kind: "user", id: userId } as const;
    await recordAction(tx, { actor, action: "officer.set_up_second_step", subject });
    const admitted: Admitted = { userId, passwordHash, hasSecondStep: true };
    return succeed({ admitted, recoveryCodes });
  });
  if (done.ok) forgetSecondStepTries(userId);
  return done;
}
