export const NOTICE_STATUSES = [
  "waiting", // to be sent at `due_at`, for the first time or again
  "sent", // a channel has taken it
  "lapsed", // nobody needs it any more: its time is over, or what it says is no longer so
  "undeliverable", // no channel takes it; the cause says why, and a person may send it again
] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

/** How somebody is reached. Which a kind uses, and in which order, is `notice-kinds.ts`. */
export const NOTICE_CHANNELS = ["push", "zalo", "sms", "email"] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** Why a channel did not take a notice; of the last one tried this is what the department reads. */
export const NOTICE_CAUSES = [
  "not_set_up", // this installation has no channel that could carry it
  "no_address", // nothing is known where it could go: no mobile number, no e-mail, no browser
  "refused", // the provider says no, and will say so again
  "unreachable", // the provider did not answer, however often it was asked
  "limit_reached", // this number has had its share for a day
] as const;
export type NoticeCause = (typeof NOTICE_CAUSES)[number];

export const NOTICE_RECIPIENTS = ["buyer", "household"] as const;
export type NoticeRecipient = (typeof NOTICE_RECIPIENTS)[number];

/** Which table's rows are told of; `notice_feed` names each by its id. */
export const NOTICE_SOURCES = [
  "order",
  "return",
  "contract",
  "preorder",
  "payment",
  "product",
  "profile",
  "document",
  "household",
] as const;
export type NoticeSource = (typeof NOTICE_SOURCES)[number];

/** What somebody is the buyer of; a buyer is known by it, with or without an account. */
export const NOTICE_PURCHASES = ["checkout", "contract", "preorder"] as const;
export type NoticePurchase = (typeof NOTICE_PURCHASES)[number];

/**
 * What a notice is about, to see whether it is still so. A licence is a document for as long as none of its household
 * is valid longer; a certificate is told of under its household's source.
 */
export const NOTICE_SUBJECTS = ["checkout", "licence", "certificate", ...NOTICE_SOURCES] as const;
export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number];
