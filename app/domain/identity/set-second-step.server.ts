import { randomInt } from "node:crypto";
import { secondSteps } from "~db/schema/identity-officers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { keyedDigest } from "~/platform/keys.server";
import { seal } from "~/platform/seal.server";
import { RECOVERY_CODE_COUNT, RECOVERY_CODE_DIGITS } from "./second-step";

/**
 * The app with this secret is the person's second step from now on, and no other; answers ten codes for the day when the
 * phone is lost, which stand nowhere else.
 * @param input.secret base32
 * @param input.step whose code was given for it just now
 */
export async function setSecondStep(
  tx: Transaction,
  { userId, secret, step }: { userId: string; secret: string; step: number },
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODE_COUNT }, recoveryCode);
  const values = {
    sealedSecret: seal(secret, secondStepOwner(userId)),
    lastStep: step,
    recoveryMarks: codes.map((code) => recoveryMark(userId, code)),
    setUpAt: now(),
  };
  await tx
    .insert(secondSteps)
    .values({ userId, ...values })
    .onConflictDoUpdate({ target: secondSteps.userId, set: values });
  return codes;
}

/** Whose the seal of the secret is. */
export function secondStepOwner(userId: string): string {
  return `second step of ${userId}`;
}

export function recoveryMark(userId: string, code: string): string {
  return keyedDigest("recovery-codes", `${userId} ${code}`);
}

function recoveryCode(): string {
  return Array.from({ length: RECOVERY_CODE_DIGITS }, () => randomInt(10)).join("");
}
