import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  checkSecondStep,
  type CheckSecondStepCode,
} from "~/domain/identity/check-second-step.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { setSecondStep } from "~/domain/identity/set-second-step.server";
import {
  forgetSecondStepTries,
  takeSecondStepTry,
} from "~/domain/identity/take-second-step-try.server";
import { totpStep } from "~/domain/identity/totp.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type MoveSecondStepCode =
  CheckSecondStepCode | "second_step_too_often" | "second_step_new_wrong";

/**
 * An officer's second step goes over to another phone: by a code of the one before, or one on paper, and the first of the new
 * one. Every other browser is signed out. Answers new codes on paper, and those of before serve no more.
 * @param input.secret what the page showed (`totpSecret`)
 * @param input.sessionMark of the session that asks
 */
export async function moveSecondStep(
  actor: UserActor,
  input: { secret: string; oldTyped: string; newTyped: string; sessionMark: string },
): Promise<Result<{ recoveryCodes: string[] }, MoveSecondStepCode>> {
  const { userId } = actor;
  const waitMs = takeSecondStepTry(userId);
  if (waitMs > 0) return fail("second_step_too_often", { waitMs });
  const done = await inTransaction(async (tx) => {
    const old = await checkSecondStep(tx, { userId, typed: input.oldTyped });
    if (!old.ok) return old;
    const step = totpStep(input.secret, input.newTyped);
    if (step === null) return fail("second_step_new_wrong");
    const recoveryCodes = await setSecondStep(tx, { userId, secret: input.secret, step });
    await endSessions(tx, userId, input.sessionMark);
    const subject = { kind: "user", id: userId } as const;
    await recordAction(tx, {
      actor,
      action: "officer.move_second_step",
      subject,
      after: { by: old.value.way },
    });
    return succeed({ recoveryCodes });
  });
  if (done.ok) forgetSecondStepTries(userId);
  return done;
}
