import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { reader } from "~/platform/db.server";
import { HOUR_MS, MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { fail, succeed, type Failure, type Result } from "~/platform/result";
import { deviceOf } from "./device-token.server";
import { isPassword } from "./passwords.server";
import type { Role } from "./roles";
import type { Proven } from "./types";

const WINDOW_MS = 15 * MINUTE_MS;
const perDevice = createRateLimit({ limit: 10, windowMs: WINDOW_MS });
const perPhoneAndNetwork = createRateLimit({ limit: 10, windowMs: WINDOW_MS });
// Generous, because a whole commune may sit behind one address of its carrier.
const perNetwork = createRateLimit({ limit: 100, windowMs: WINDOW_MS });
const perPhone = createRateLimit({ limit: 100, windowMs: HOUR_MS });

export type SignInInput = {
  phone: string;
  password: string;
  clientNetwork: string;
  /** What this browser kept of an earlier sign-in (`deviceToken`), as it sent it; null without. */
  deviceToken: string | null;
};
export type SignInCode =
  "wrong_phone_or_password" | "too_many_sign_ins" | "too_many_sign_ins_elsewhere";

/**
 * Whose phone and password these are. The answer and its time are the same for an unknown phone and for a wrong
 * password.
 *
 * Guessing is counted so that nobody can lock another person out ("device cookies" of OWASP):
 * - A browser that has signed in to this account before proves it by a signed token, and has 10 attempts in 15
 *   minutes of its own. Whatever others try does not touch it, and the token of one account opens no other's count.
 * - All others have 10 attempts for a phone from one network, and 100 from one network for all phones, in 15 minutes.
 * - Many networks together have 100 attempts for a phone in an hour, right ones included: 2,400 guesses a day however
 *   many addresses are hired. Past it the owner still gets in with a browser of theirs; only a new one has to wait.
 *
 * A right password clears the count of its browser, or of its phone and network, and no wider one.
 * @param input.phone ten digits
 */
export async function recognisePerson(
  input: SignInInput,
): Promise<Result<Proven & { role: Role }, SignInCode>> {
  const device = deviceOf(input.phone, input.deviceToken);
  const phoneAndNetwork = `${input.phone} ${input.clientNetwork}`;
  const refusal =
    device === null
      ? refusalOfStranger(input, phoneAndNetwork)
      : refusalFor(perDevice.take(device), "too_many_sign_ins");
  if (refusal !== null) return refusal;
  const [user] = await reader()
    .select({ userId: users.id, role: users.role, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.phone, input.phone))
    .limit(1);
  const isRight = await isPassword(user?.passwordHash ?? null, input.password);
  if (!user || !isRight) return fail("wrong_phone_or_password");
  if (device === null) perPhoneAndNetwork.forget(phoneAndNetwork);
  else perDevice.forget(device);
  return succeed(user);
}

/** In this order: attempts that are refused anyway must not use up the wider shares. */
function refusalOfStranger(input: SignInInput, phoneAndNetwork: string) {
  return (
    refusalFor(perPhoneAndNetwork.take(phoneAndNetwork), "too_many_sign_ins") ??
    refusalFor(perNetwork.take(input.clientNetwork), "too_many_sign_ins") ??
    refusalFor(perPhone.take(input.phone), "too_many_sign_ins_elsewhere")
  );
}

function refusalFor(waitMs: number, code: SignInCode): Failure<SignInCode> | null {
  return waitMs === 0 ? null : fail(code, { waitMs });
}
