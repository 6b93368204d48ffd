import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { newToken } from "~/platform/ids";

// OWASP's minimum for argon2id; 7-9 ms on the machines this runs on.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let hashOfNobody: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** In groups of four, as they are read aloud: digits are mistaken for nothing. */
const GIVEN_DIGITS = 16;

/** A password for who works here, to be told to them once; 16 digits. */
export async function givenPassword(): Promise<{ password: string; passwordHash: string }> {
  const password = Array.from({ length: GIVEN_DIGITS }, () => randomInt(10)).join("");
  return { password, passwordHash: await hashPassword(password) };
}

const NO_PASSWORD = "none:";

/** In the place of a hash where somebody has no password: no password opens it, and each is another, as hashes are. */
export function noPassword(): string {
  return NO_PASSWORD + newToken();
}

export function hasPassword(passwordHash: string): boolean {
  return !passwordHash.startsWith(NO_PASSWORD);
}

/** True when the password is the one of the hash. With no hash, or no password, it takes as long, so that nobody learns which phones exist. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword("nobody");
  const known = passwordHash !== null && hasPassword(passwordHash) ? passwordHash : null;
  const isRight = await verify(known ?? (await hashOfNobody), password).catch(() => false);
  return isRight && known !== null;
}
