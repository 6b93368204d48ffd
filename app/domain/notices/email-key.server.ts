import { equalsInConstantTime, keyedDigest } from "~/platform/keys.server";

const KEY_LENGTH = 22; // of base64url: 132 bits

/** What only the reader of that mailbox gets to know: derived, so that nothing of it is stored. */
export function emailKey(userId: string, email: string): string {
  return keyedDigest("email-links", `${userId} ${email}`).slice(0, KEY_LENGTH);
}

export function isEmailKey(address: { userId: string; email: string }, key: string): boolean {
  return equalsInConstantTime(emailKey(address.userId, address.email), key);
}
