import { createTransport, type Transporter } from "nodemailer";
import { logger } from "~/platform/logger.server";
import type { Delivery, Message } from "../channel";

export type MailServer = { url: string; from: string };

const TIMEOUT_MS = 10_000;

let opened: { url: string; transport: Transporter } | undefined;

/** Plain text, from our own server; what a mail server says for good (5xx) is not asked again. */
export async function sendEmail(
  server: MailServer,
  { id, emails, words }: Pick<Message, "id" | "emails" | "words">,
): Promise<Delivery> {
  if (emails.length === 0) return { kind: "none" };
  try {
    await transportTo(server.url).sendMail({
      from: server.from,
      to: [...emails],
      subject: words.subject,
      text: `${words.text}\n\n${words.link}\n`,
      // The same message again has the same name: mailboxes show it once.
      messageId: `<${id}@${domainOf(server.from)}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return { kind: "taken" };
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    logger.warn("e-mail was not taken", { code, responseCode });
    const isForGood =
      responseCode === undefined ? code === "EENVELOPE" || code === "EAUTH" : responseCode >= 500;
    return isForGood ? { kind: "refused", cause: "refused" } : { kind: "unsure" };
  }
}

/** One transport a server: it opens its connection when there is something to send. */
function transportTo(url: string): Transporter {
  if (opened?.url === url) return opened.transport;
  const { hostname, protocol } = new URL(url);
  const isLocal = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  const transport = createTransport({
    url,
    // Words and keys of orders do not travel in the open, but on this machine.
    requireTLS: protocol === "smtp:" && !isLocal,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  opened = { url, transport };
  return transport;
}

function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
}
