import type { IncomingMessage, ServerResponse } from "node:http";
import type { NoticeProvider } from "~/domain/payments/bank-notice";
import { noteRefusedNotice } from "~/domain/payments/note-refused-notice.server";
import { verifyStripeSignature } from "~/domain/payments/stripe-signature.server";
import { verifyBankNotice } from "~/domain/payments/verify-bank-notice.server";
import { MAX_NOTICE_BYTES, readBody } from "./read-body";

const DOORS = new Map<string | undefined, NoticeProvider | "stripe">([
  ["/webhooks/bank/sepay", "sepay"],
  ["/webhooks/bank/payos", "payos"],
  ["/webhooks/bank/casso", "casso"],
  ["/webhooks/stripe", "stripe"],
]);
const REFUSAL = JSON.stringify({ success: false, error: "unauthorized" });

/**
 * Turns a forged notice away before anything is made of its request: through the routes it costs fifteen times as
 * much, and anybody may send ten thousand a second. `refused`: it is answered. A body: it was read whole, and its
 * signature is right; the door verifies it again, as doors do. Null: nothing of it was read, it goes the usual way.
 */
export async function refuseForgedNotice(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Buffer | "refused" | null> {
  const provider = incoming.method === "POST" ? DOORS.get(incoming.url) : undefined;
  if (provider === undefined || Number(incoming.headers["content-length"]) > MAX_NOTICE_BYTES) {
    return null;
  }
  const read = await readBody(incoming, MAX_NOTICE_BYTES);
  // Cut off in the middle, or longer than it said: it proves nothing.
  const rawBody = typeof read === "string" ? Buffer.alloc(0) : read;
  const header = (name: string) => {
    const value = incoming.headers[name.toLowerCase()];
    return typeof value === "string" ? value : null;
  };
  const sent = { rawBody, header };
  const verified =
    provider === "stripe" ? verifyStripeSignature(sent) : verifyBankNotice(provider, sent);
  if (verified.ok) return rawBody;
  noteRefusedNotice(provider, verified.code);
  outgoing.writeHead(provider === "stripe" ? 400 : 401, {
    "Content-Type": "application/json",
    "Content-Length": REFUSAL.length,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  outgoing.end(REFUSAL);
  return "refused";
}
