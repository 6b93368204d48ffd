import type { FormReply } from "~/web/mutation-reply";

/** What the form of one order's buyer was answered with. */
export type ContactReply = { orderCode: string; reply: FormReply };

/** A form that was not in order, with the order that it was about. */
export function contactReplyOf(reply: FormReply): ContactReply {
  const typed = reply.submission.initialValue?.["orderCode"];
  return { orderCode: typeof typed === "string" ? typed : "", reply };
}
