import { smsText } from "../sms-text";
import { askEsms, type EsmsAccount } from "./ask-esms.server";
import type { Delivery, Sms } from "../channel";

/** `SmsType` 2 is a message to a customer, which needs a brandname and a template that the networks have approved. */
export async function sendSms(
  account: EsmsAccount & { brandname: string },
  { id, phone, words }: Sms,
): Promise<Delivery> {
  if (phone === null) return { kind: "refused", cause: "no_address" };
  return askEsms(account, "SendMultipleMessage_V4_post_json", {
    Phone: phone,
    Content: `${smsText(words.shortText)} ${words.link}`.trim(),
    Brandname: account.brandname,
    SmsType: "2",
    IsUnicode: "0",
    Sandbox: "0",
    RequestId: id,
  });
}
