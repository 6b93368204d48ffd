import { equalsInConstantTime, keyedDigest } from "~/platform/keys.server";

/** What a browser keeps in which the right code was typed: whoever only knows the address of the page has proved nothing. */
export function phoneProof(codeId: string): string {
  return `${codeId}.${keyedDigest("phone-proofs", codeId)}`;
}

/** The id of the code in a token that was made here; null for any other text. */
export function codeIdOf(token: string | null): string | null {
  const [, codeId = "", signature = ""] = /^([\w-]{1,60})\.([\w-]{43})$/.exec(token ?? "") ?? [];
  if (codeId === "") return null;
  return equalsInConstantTime(keyedDigest("phone-proofs", codeId), signature) ? codeId : null;
}
