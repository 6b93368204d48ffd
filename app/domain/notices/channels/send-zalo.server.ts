import { askEsms, type EsmsAccount } from "./ask-esms.server";
import type { Delivery, Message } from "../channel";

/**
 * Zalo Notification Service, through eSMS and not Zalo's own interface, whose access lasts for a day and renews itself
 * by a key that can be used once. Zalo sends only templates that it has approved: each kind has its own, whose places
 * have the names of `NoticeWords.values`; a kind without one goes by the next channel. Which lengths Zalo allows each
 * place is said when a template is approved, and could not be tried.
 */
export async function sendZalo(
  account: EsmsAccount & { oaId: string; templates: ReadonlyMap<string, string> },
  { id, kind, phone, words }: Message,
): Promise<Delivery> {
  const template = account.templates.get(kind);
  if (template === undefined) return { kind: "none" };
  if (phone === null) return { kind: "refused", cause: "no_address" };
  return askEsms(account, "SendZaloMessage_V6", {
    OAID: account.oaId,
    Phone: phone,
    TempID: template,
    TempData: words.values,
    Sandbox: "0",
    RequestId: id,
  });
}
