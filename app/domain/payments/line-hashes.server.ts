import { createHash } from "node:crypto";
import { fold } from "~/platform/fold";
import { keyedDigest } from "~/platform/keys.server";
import { localDateOf } from "~/platform/period";
import type { BankNotice } from "./bank-notice";

type Facts = Pick<BankNotice, "accountNumber" | "direction" | "content" | "occurredAt"> & {
  amountVnd: number;
};

/**
 * Of the facts and not of the bytes: a poll writes the same line in other JSON than the webhook did. Hashes here are
 * without a key, for they tell nothing more: a line's facts stand beside them, and the account is our own.
 */
export function hashOfFacts(notice: Facts): string {
  const { accountNumber, direction, amountVnd, content, occurredAt } = notice;
  return hashOf([accountNumber, direction, amountVnd, content, occurredAt]);
}

/**
 * By what a line is known to be the same in the words of two providers: account, direction and amount together with
 * the bank's reference, or, where one does not tell it, with the memo's letters and digits and the day in Vietnam.
 */
export type LineIdentity = { byReference: string | null; byMemo: string };

export function identityOf(notice: Facts & { bankReference: string | null }): LineIdentity {
  const { accountNumber, direction, amountVnd, bankReference } = notice;
  const money = [accountNumber, direction, amountVnd];
  return {
    byReference:
      bankReference === null ? null : hashOf([...money, "reference", foldReference(bankReference)]),
    byMemo: hashOf([...money, "memo", foldMemo(notice.content), localDateOf(notice.occurredAt)]),
  };
}

/** Capitals, and without what some banks put behind it (`FT26326001\\BNK`). */
export function foldReference(reference: string): string {
  const [own = ""] = reference
    .trim()
    .toUpperCase()
    .split(/[\\/\s]/);
  return own === "" ? reference : own;
}

/** A-Z and 0-9, as order references are looked for: two memos that fold alike name the same orders. */
export function foldMemo(content: string): string {
  return fold(content).replaceAll(" ", "").toUpperCase();
}

/** Under a key of the installation, for a body that nobody could read stands nowhere in clear, and may be short enough to guess. */
export function hashOfBody(rawBody: string): string {
  return keyedDigest("evidence", rawBody);
}

const NO_REFERENCE = "-";

/** A sighting keeps its identity as its hash, so that what one provider told helps to know what the next one tells. */
export function writeIdentity({ byReference, byMemo }: LineIdentity): string {
  return `${byReference ?? NO_REFERENCE}.${byMemo}`;
}

export function readIdentity(written: string): LineIdentity {
  const [reference = "", byMemo = ""] = written.split(".");
  return { byReference: reference === NO_REFERENCE ? null : reference, byMemo };
}

function hashOf(facts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
