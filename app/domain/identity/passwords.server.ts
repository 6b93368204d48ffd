import { hash, verify } from "@node-rs/argon2";

// OWASP's minimum for argon2id; 7-9 ms on the machines this runs on.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let hashOfNobody: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** True when the password is the one of the hash. With no hash it takes as long, so that nobody learns which phones exist. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword("nobody");
  const isRight = await verify(passwordHash ?? (await hashOfNobody), password).catch(() => false);
  return isRight && passwordHash !== null;
}
