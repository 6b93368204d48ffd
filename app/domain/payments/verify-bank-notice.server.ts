import { now } from "~/platform/clock.server";
import { fail, type Result } from "~/platform/result";
import type { NoticeProvider } from "./bank-notice";
import { webhookSecrets } from "./bank-secrets.server";
import { verifyCassoSignature, type CassoSignatureCode } from "./casso-signature.server";
import { parseNoticeJson } from "./read-bank-notices";
import { verifyPayosSignature, type PayosSignatureCode } from "./payos-signature.server";
import { verifySepaySignature, type SepaySignatureCode } from "./sepay-signature.server";

/** What somebody sent to a bank's door. */
export type SentNotice = {
  /** The bytes as they came in. */
  rawBody: Uint8Array;
  /** A header by its name, in whatever case; null when the request has none. */
  header: (name: string) => string | null;
};

export type NoticeRefusal = SepaySignatureCode | CassoSignatureCode | PayosSignatureCode;

/**
 * Whether a notice is from the provider that it claims to be from. All refusals are one 401 to the sender; the codes
 * are for our log. What is cheap to see (no signature, a wrong time) is seen before anything of the body is read.
 */
export function verifyBankNotice(
  provider: NoticeProvider,
  { rawBody, header }: SentNotice,
): Result<unknown, NoticeRefusal> {
  // A blank secret signs as well as any other; it comes from a forgotten setting, and everybody knows it.
  const secrets = webhookSecrets(provider);
  if (secrets.length === 0) return fail("webhook_secret_missing");
  const payload = () => parseNoticeJson(new TextDecoder().decode(rawBody));
  try {
    switch (provider) {
      case "sepay":
        return verifySepaySignature({
          rawBody,
          signatureHeader: header("X-SePay-Signature"),
          timestampHeader: header("X-SePay-Timestamp"),
          authorizationHeader: header("Authorization"),
          secrets,
          nowMs: now(),
        });
      case "payos":
        return verifyPayosSignature(payload(), secrets);
      case "casso":
        return verifyCassoSignature({
          payload,
          signatureHeader: header("X-Casso-Signature"),
          tokenHeader: header("secure-token"),
          secrets,
          nowMs: now(),
        });
    }
  } catch (error) {
    // JSON that is nested deeper than the stack: nobody's notice.
    if (error instanceof RangeError) return fail("webhook_signature_invalid");
    throw error;
  }
}
