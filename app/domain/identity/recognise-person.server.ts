import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { reader } from "~/platform/db.server";
import { MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { fail, succeed, type Result } from "~/platform/result";
import { isPassword } from "./passwords.server";
import type { Role } from "./roles";

const WINDOW_MS = 15 * MINUTE_MS;
const perPhone = createRateLimit({ limit: 10, windowMs: WINDOW_MS });
// Generous, because a whole commune may sit behind one address of its carrier.
const perAddress = createRateLimit({ limit: 100, windowMs: WINDOW_MS });

export type SignInInput = { phone: string; password: string; clientAddress: string };
export type SignInCode = "wrong_phone_or_password" | "too_many_sign_ins";

/**
 * Whose phone and password these are. The answer and its time are the same for an unknown phone and for a wrong
 * password. 10 attempts a phone and 100 an address in 15 minutes; a right password clears the phone's count, never
 * the address's.
 * @param input.phone ten digits
 */
export async function recognisePerson(
  input: SignInInput,
): Promise<Result<{ userId: string; role: Role }, SignInCode>> {
  const isAddressFree = perAddress.take(input.clientAddress);
  const isPhoneFree = perPhone.take(input.phone);
  if (!isAddressFree || !isPhoneFree) return fail("too_many_sign_ins");
  const [user] = await reader()
    .select({ userId: users.id, role: users.role, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.phone, input.phone))
    .limit(1);
  const isRight = await isPassword(user?.passwordHash ?? null, input.password);
  if (!user || !isRight) return fail("wrong_phone_or_password");
  perPhone.forget(input.phone);
  return succeed({ userId: user.userId, role: user.role });
}
