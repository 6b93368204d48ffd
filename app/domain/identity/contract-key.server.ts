import { equalsInConstantTime, keyedDigest } from "~/platform/keys.server";

const KEY_LENGTH = 22; // of base64url: 132 bits

/** The secret in the address of a buyer's contract page: whoever has the link acts as its buyer. */
export function contractKey(code: string): string {
  return keyedDigest("contract-links", code).slice(0, KEY_LENGTH);
}

export function isContractKey(code: string, key: string): boolean {
  return equalsInConstantTime(contractKey(code), key);
}
