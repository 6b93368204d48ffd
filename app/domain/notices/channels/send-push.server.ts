import webPush from "web-push"; // CommonJS: no names to import
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { sendHttp } from "~/platform/http-client.server";
import { logger } from "~/platform/logger.server";
import { forgetBrowser } from "../forget-browser.server";
import { isBrowserKey, isBrowserSecret } from "../push-keys";
import type { Delivery, Message, PushAddress } from "../channel";

export type PushKeys = { publicKey: string; privateKey: string; subject: string };

/**
 * To every browser in which the recipient asked for it. One that has it is enough; one that is gone (404 or 410, RFC
 * 8030) is forgotten, and no other: what a service says else may be our fault, and lasts as long as that. What is written is encrypted for the browser (RFC 8291): the service between reads nothing of it.
 */
export async function sendPush(keys: PushKeys, message: Message): Promise<Delivery> {
  const answers = await Promise.all(
    message.browsers.map((browser) => sendToBrowser(keys, message, browser)),
  );
  if (answers.includes("taken")) return { kind: "taken" };
  if (answers.includes("unsure")) return { kind: "unsure" };
  return answers.includes("refused") ? { kind: "refused", cause: "refused" } : { kind: "none" };
}

async function sendToBrowser(
  keys: PushKeys,
  { id, isUrgent, words, worthUntil }: Message,
  browser: PushAddress,
): Promise<"taken" | "unsure" | "refused" | "gone"> {
  const { endpoint, p256dh, auth } = browser;
  const { host } = new URL(endpoint); // the rest of an address lets whoever has it write to the browser
  // Noted before the door looked at keys: nothing can be encrypted for it, and the others have theirs.
  if (!isBrowserKey(p256dh) || !isBrowserSecret(auth)) return forget(browser, { host });
  const payload = { title: words.subject, body: words.text, url: words.link, tag: id };
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(payload),
    {
      vapidDetails: keys,
      TTL: Math.max(0, Math.floor((worthUntil - now()) / 1_000)),
      urgency: isUrgent ? "high" : "normal",
      topic: id.slice(-32),
    },
  );
  const answer = await sendHttp({
    method: "POST",
    url: endpoint,
    headers: withoutLength(headers),
    body: new Uint8Array(body ?? []),
  });
  if (!answer.ok || answer.value.status >= 500 || answer.value.status === 429) return "unsure";
  const { status } = answer.value;
  if (status < 300) return "taken";
  if (status === 404 || status === 410) return forget(browser, { host, status });
  logger.warn("a push service refused a message", { host, status });
  return "refused";
}

async function forget({ id }: PushAddress, why: { host: string; status?: number }) {
  logger.info("a browser is forgotten", why);
  await inTransaction((tx) => forgetBrowser(tx, id));
  return "gone" as const;
}

/** fetch counts for itself, and refuses to be told. */
function withoutLength(headers: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.toLowerCase() !== "content-length")
      .map(([name, value]) => [name, String(value)]),
  );
}
