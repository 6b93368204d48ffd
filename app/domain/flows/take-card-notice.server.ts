import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import { noteRefusedNotice } from "~/domain/payments/note-refused-notice.server";
import { readStripeEvent } from "~/domain/payments/stripe-shapes";
import {
  verifyStripeSignature,
  type StripeSignatureCode,
} from "~/domain/payments/stripe-signature.server";
import type { SentNotice } from "~/domain/payments/verify-bank-notice.server";
import { logger } from "~/platform/logger.server";
import { fail, succeed, type Result } from "~/platform/result";
import { takeCardEvent } from "./take-card-event.server";

/**
 * Takes in what somebody sent to the card provider's door. It may be answered 2xx when this returns success;
 * `card_unreachable` asks for it to be sent again.
 */
export async function takeCardNotice(
  sent: SentNotice,
): Promise<Result<null, StripeSignatureCode | "card_unreachable">> {
  const verified = verifyStripeSignature(sent);
  if (!verified.ok) {
    noteRefusedNotice("stripe", verified.code);
    return verified;
  }
  const provider = openCardProvider();
  if (provider === null) return fail("webhook_secret_missing");
  const event = readStripeEvent(new TextDecoder().decode(sent.rawBody));
  if (event === null) {
    // What it tells can be asked for, and is: the list of events is read every minute.
    logger.error("the card provider sent what is no event");
    return succeed(null);
  }
  const taken = await takeCardEvent(provider, { event, toldBy: "webhook" });
  return taken.ok ? succeed(null) : fail("card_unreachable");
}
