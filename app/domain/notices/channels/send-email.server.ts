import { createHash } from "node:crypto";
import { createTransport, type Transporter } from "nodemailer";
import { logger } from "~/platform/logger.server";
import type { Delivery, Message } from "../channel";

export type MailServer = { url: string; from: string };

const TIMEOUT_MS = 10_000;

let opened: { url: string; transport: Transporter } | undefined;

type Letter = Pick<Message, "id" | "emails" | "words">;

/** Of notices that are to be sent again because another address of theirs did not answer. */
const taken = new Set<string>();
const TAKEN_MAX = 1_000;

/**
 * A mail of its own to each address, so that nobody reads who else has one. All are asked again when one has not
 * answered, but those that have it.
 */
export async function sendEmail(server: MailServer, letter: Letter): Promise<Delivery> {
  const names = letter.emails.map((email) => ({ email, name: nameOf(letter.id, email, server) }));
  const answers = await Promise.all(
    names.map(async (to) => (taken.has(to.name) ? "taken" : sendTo(server, letter, to))),
  );
  if (answers.includes("unsure")) {
    if (taken.size > TAKEN_MAX) taken.clear();
    for (const [i, { name }] of names.entries()) if (answers[i] === "taken") taken.add(name);
    return { kind: "unsure" };
  }
  for (const { name } of names) taken.delete(name);
  if (answers.includes("taken")) return { kind: "taken" };
  return answers.length === 0 ? { kind: "none" } : { kind: "refused", cause: "refused" };
}

/** Plain text, from our own server; what a mail server says for good (5xx) is not asked again. */
async function sendTo(server: MailServer, { words }: Letter, to: { email: string; name: string }) {
  try {
    await transportTo(server.url).sendMail({
      from: server.from,
      to: to.email,
      subject: words.subject,
      text: `${words.text}\n\n${words.link}\n${words.footer}`,
      messageId: to.name,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return "taken";
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    logger.warn("e-mail was not taken", { code, responseCode });
    const isForGood =
      responseCode === undefined ? code === "EENVELOPE" || code === "EAUTH" : responseCode >= 500;
    return isForGood ? "refused" : "unsure";
  }
}

/** The same message to the same address again has the same name: mailboxes show it once. */
function nameOf(id: string, email: string, { from }: MailServer): string {
  const address = createHash("sha256").update(email).digest("hex").slice(0, 12);
  return `<${id}.${address}@${domainOf(from)}>`;
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
