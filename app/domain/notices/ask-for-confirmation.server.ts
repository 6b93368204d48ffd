import { z } from "zod";
import type { CompleteLanguage } from "~/platform/language";
import { linkKey } from "~/domain/identity/link-key.server";
import { settings } from "~/platform/env.server";
import { sendEmail } from "./channels/send-email.server";
import { findEmail } from "./queries-email.server";

const askedPayload = z.object({ id: z.string(), userId: z.string(), enteredAt: z.number() });

export type WordConfirmation = (
  language: CompleteLanguage,
  key: string,
) => { subject: string; text: string; link: string };

/** An outbox handler: the one mail that goes to an address before its reader has agreed to any. */
export async function askForConfirmation(payload: unknown, word: WordConfirmation): Promise<void> {
  const { id, userId, enteredAt } = askedPayload.parse(payload);
  const address = await findEmail(userId);
  const { SMTP_URL, MAIL_FROM } = settings();
  if (!address || address.isConfirmed || !SMTP_URL || !MAIL_FROM) return;
  // Another was entered since, and has a mail of its own.
  if (address.enteredAt !== enteredAt) return;
  const { email, language } = address;
  const words = {
    ...word(language, linkKey("email", `${userId} ${email}`)),
    shortText: "",
    footer: "",
    values: {},
  };
  const delivery = await sendEmail(
    { url: SMTP_URL, from: MAIL_FROM },
    { id, emails: [email], words },
  );
  if (delivery.kind === "unsure") throw new Error("the mail server did not answer");
}
