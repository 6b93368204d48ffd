import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveBankNotice } from "~/domain/flows/receive-bank-notice.server";
import { receiveUnreadableNotice } from "~/domain/flows/receive-unreadable-notice.server";
import { sepaySecrets } from "~/domain/payments/bank-secrets.server";
import { parseSepayNotice } from "~/domain/payments/sepay-notice";
import { verifySepaySignature } from "~/domain/payments/sepay-signature.server";
import { now } from "~/platform/clock.server";
import { logger } from "~/platform/logger.server";
import { methodNotAllowed } from "~/web/http-errors";

const MAX_BYTES = 256 * 1024;

export function loader(): Response {
  return methodNotAllowed("POST");
}

/**
 * SePay's notice of a line on our account. 2xx only after the commit: what is answered so is never sent again.
 * A genuine notice that cannot be read is kept too: refused, it would be gone after the last retry.
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return methodNotAllowed("POST");
  const rawBody = new Uint8Array(await request.arrayBuffer());
  if (rawBody.byteLength > MAX_BYTES) return answer(413, "too_large");
  const verified = verifySepaySignature({
    rawBody,
    signatureHeader: request.headers.get("X-SePay-Signature"),
    timestampHeader: request.headers.get("X-SePay-Timestamp"),
    authorizationHeader: request.headers.get("Authorization"),
    secrets: sepaySecrets(),
    nowMs: now(),
  });
  if (!verified.ok) {
    logger.warn("bank notice refused", { code: verified.code });
    return answer(401, "unauthorized");
  }
  const text = new TextDecoder().decode(rawBody);
  const notice = parseSepayNotice(parseJson(text));
  if (!notice.ok) {
    const fields = String(notice.detail?.["fields"] ?? "");
    await receiveUnreadableNotice({ provider: "sepay", rawBody: text, fields });
    return Response.json({ success: true });
  }
  const received = await receiveBankNotice({ notice: notice.value, rawBody: text });
  logger.info("bank notice received", { kind: received.ok ? received.value.kind : "failed" });
  return Response.json({ success: true });
}

function answer(status: number, error: string): Response {
  return Response.json({ success: false, error }, { status });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
