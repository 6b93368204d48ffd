import type { IncomingMessage, ServerResponse } from "node:http";
import { takeCardNotice } from "~/domain/flows/take-card-notice.server";
import { takeNotice } from "~/domain/flows/take-notice.server";
import type { SentNotice } from "~/domain/payments/verify-bank-notice.server";
import { DatabaseBusyError } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import { errorFields, logger } from "~/platform/logger.server";
import type { Result } from "~/platform/result";
import { MAX_NOTICE_BYTES, readBody } from "./read-body";

const DOORS_PATH = "/webhooks/";
const RETRY_AFTER_SECONDS = "5";

type Door = {
  take: (sent: SentNotice) => Promise<Result<null, string>>;
  /** To who proves nothing; each provider's documents have their own. */
  refusedStatus: number;
};

const DOORS = new Map<string, Door>([
  ["bank/sepay", { take: (sent) => takeNotice("sepay", sent), refusedStatus: 401 }],
  ["bank/payos", { take: (sent) => takeNotice("payos", sent), refusedStatus: 401 }],
  ["bank/casso", { take: (sent) => takeNotice("casso", sent), refusedStatus: 401 }],
  ["stripe", { take: takeCardNotice, refusedStatus: 400 }],
]);

/**
 * The doors under `/webhooks/`, where the programs of banks and of the card provider knock: JSON, no page, no session,
 * who knocks proves itself by its signature. They stand before the routes, because what makes a page of a request takes
 * longer than all that a notice writes; a provider sends a thousand a second after an outage, and anybody may send ten
 * thousand forged ones. False: the request is for another place, and nothing of it was read.
 *
 * 2xx only once what was told is on the disk; with any other answer the provider sends it again.
 */
export async function answerNotice(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<boolean> {
  const { url = "" } = incoming;
  if (!url.startsWith(DOORS_PATH)) return false;
  const { status, error } = await answerTo(incoming, url.slice(DOORS_PATH.length));
  if (outgoing.destroyed) return true;
  const text = JSON.stringify(error === null ? { success: true } : { success: false, error });
  outgoing.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...(status === 405 ? { Allow: "POST" } : {}),
    ...(status === 503 ? { "Retry-After": RETRY_AFTER_SECONDS } : {}),
    // What is still being sent is not read.
    ...(incoming.complete ? {} : { Connection: "close" }),
  });
  outgoing.end(incoming.method === "HEAD" ? undefined : text);
  return true;
}

type Answer = { status: number; error: string | null };

async function answerTo(incoming: IncomingMessage, place: string): Promise<Answer> {
  const name = place.replace(/\/?(\?.*)?$/s, "");
  const door = DOORS.get(name);
  if (!door) return { status: 404, error: "not_found" };
  if (incoming.method !== "POST") return { status: 405, error: "method_not_allowed" };
  const rawBody = await readBody(incoming, MAX_NOTICE_BYTES);
  if (rawBody === "too_large") return { status: 413, error: "too_large" };
  if (rawBody === "aborted" || rawBody === "too_slow") return { status: 400, error: "bad_request" };
  try {
    const taken = await door.take({ rawBody, header: (header) => headerOf(incoming, header) });
    if (taken.ok) return { status: 200, error: null };
    return taken.code === "card_unreachable"
      ? { status: 503, error: "try_again" }
      : { status: door.refusedStatus, error: "unauthorized" };
  } catch (error) {
    const request = { reference: newToken(4), method: "POST", path: DOORS_PATH + name };
    if (error instanceof DatabaseBusyError) {
      logger.warn("database busy", request);
      return { status: 503, error: "busy" };
    }
    logger.error("request failed", { ...request, ...errorFields(error) });
    return { status: 500, error: "failed" };
  }
}

function headerOf(incoming: IncomingMessage, name: string): string | null {
  const value = incoming.headers[name.toLowerCase()];
  return typeof value === "string" ? value : null;
}
