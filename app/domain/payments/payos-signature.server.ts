import { createHmac } from "node:crypto";
import { fail, succeed, type Result } from "~/platform/result";
import { compareSecrets } from "./compare-secrets.server";
import { isPayosSample, payosDataOf } from "./payos-notice";
import { payosSignedText, type PayosData } from "./payos-signed-text";

export type PayosSignatureCode = "webhook_signature_missing" | "webhook_signature_invalid";

/**
 * Did payOS send this? Its signature stands in the body, beside the data it is made over. It carries no time, so a
 * notice that is played back cannot be told from a retry; its id makes it count once.
 * The sample that payOS sends when an address is registered passes without: which key it is signed with is not
 * documented, and it is kept nowhere (`isPayosSample`).
 * Source and published vector: payos.vn/docs, «Kiểm tra dữ liệu với signature».
 */
export function verifyPayosSignature(
  payload: unknown,
  secrets: readonly string[],
): Result<null, PayosSignatureCode> {
  const data = payosDataOf(payload);
  const signature = signatureOf(payload);
  if (data === null || signature === null) return fail("webhook_signature_missing");
  if (/^[0-9a-fA-F]{64}$/.test(signature)) {
    const given = Buffer.from(signature, "hex");
    if (compareSecrets(given, secrets, (secret) => digestOf(data, secret))) return succeed(null);
  }
  return isPayosSample(payload) ? succeed(null) : fail("webhook_signature_invalid");
}

function digestOf(data: PayosData, secret: string): Buffer {
  return createHmac("sha256", secret).update(payosSignedText(data)).digest();
}

function signatureOf(payload: unknown): string | null {
  if (typeof payload !== "object" || payload === null || !("signature" in payload)) return null;
  return typeof payload.signature === "string" ? payload.signature : null;
}
