import { createHmac } from "node:crypto";
import { fail, succeed, type Result } from "~/platform/result";
import { compareSecrets, hashOfSecret } from "./compare-secrets.server";

export type CassoSignatureCode =
  "webhook_signature_missing" | "webhook_timestamp_off" | "webhook_signature_invalid";

export type CassoSignatureInput = {
  /** Parsed JSON; asked for only when it is needed. */
  payload: () => unknown;
  /** `X-Casso-Signature`, of version 2; null when the request has none, as with the next. */
  signatureHeader: string | null;
  /** `secure-token`, of version 1. */
  tokenHeader: string | null;
  secrets: readonly string[];
  /** Epoch milliseconds. */
  nowMs: number;
};

const DRIFT_MAX_MS = 5 * 60_000;

/**
 * Did Casso send this? Version 2 signs `t=<milliseconds>,v1=<hex>`: HMAC-SHA512 over `t.` and the JSON of the whole
 * body with its keys sorted at every level. Version 1 sends the secret itself.
 * Casso's published example (a PHP receiver with its key, body and header) comes out by exactly this. What it leaves
 * open: it has no letter beyond ASCII and no slash, which PHP and JavaScript write differently in JSON, so both ways
 * of writing are taken, each of which stands for one body only; and whether a retry carries a new time is not said, so
 * a retry after five minutes may be refused and is then brought by the poller.
 */
export function verifyCassoSignature(input: CassoSignatureInput): Result<null, CassoSignatureCode> {
  const { signatureHeader, tokenHeader, secrets } = input;
  if (signatureHeader) return verifyVersion2(input, signatureHeader);
  if (!tokenHeader) return fail("webhook_signature_missing");
  const isGenuine = compareSecrets(hashOfSecret(tokenHeader), secrets, hashOfSecret);
  return isGenuine ? succeed(null) : fail("webhook_signature_invalid");
}

function verifyVersion2(
  { payload, secrets, nowMs }: CassoSignatureInput,
  header: string,
): Result<null, CassoSignatureCode> {
  const [, time = "", hex = ""] = /^t=([1-9]\d{12}),v1=([0-9a-f]{128})$/.exec(header) ?? [];
  if (hex === "") return fail("webhook_signature_invalid");
  if (!(Math.abs(nowMs - Number(time)) <= DRIFT_MAX_MS)) return fail("webhook_timestamp_off");
  const given = Buffer.from(hex, "hex");
  const json = JSON.stringify(sortedByKey(payload()));
  const isGenuine = [...new Set([json, asPhpWrites(json)])]
    .map((text) => compareSecrets(given, secrets, (secret) => digestOf(`${time}.${text}`, secret)))
    .includes(true);
  return isGenuine ? succeed(null) : fail("webhook_signature_invalid");
}

function digestOf(text: string, secret: string): Buffer {
  return createHmac("sha512", secret).update(text).digest();
}

function sortedByKey(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sortedByKey);
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([key, field]) => [key, sortedByKey(field)]));
}

/** `json_encode`: everything beyond ASCII as `\uXXXX`, and a backslash before each slash. */
function asPhpWrites(json: string): string {
  return json
    .replaceAll("/", String.raw`\/`)
    .replaceAll(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
