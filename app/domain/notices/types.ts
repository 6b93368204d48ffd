import type { Power } from "~/domain/identity/powers";
import type { LocalDate } from "~/platform/period";
import type { CompleteLanguage } from "~/platform/language";
import type { NoticeKind } from "./notice-kinds";
import type { ParcelWay } from "./notice-rule";
import type {
  NoticeCause,
  NoticeChannel,
  NoticePurchase,
  NoticeRecipient,
  NoticeSource,
  NoticeStatus,
  NoticeSubject,
} from "./notice-status";

/**
 * What a notice says, without its words and without anything secret: addresses and keys are looked up when it is sent,
 * so that a copy of the database opens no order (D-004). Emptied after 90 days.
 */
export type NoticeFacts = {
  /** As people read it: the code of an order or request, the name of a product. */
  about: string;
  /** What the link of a buyer leads to: the code of what was bought. */
  purchaseCode?: string;
  householdName?: string;
  /** To be paid, paid, or to be given back. */
  amountVnd?: number;
  /** What has come of it so far. */
  receivedVnd?: number;
  /** The last four characters of an account. */
  accountEnding?: string;
  /** Until when; what is still worth sending may hang on it. */
  deadlineAt?: number;
  /** Where a paper of goods is seen. */
  lotCode?: string;
  /** Where the goods can be fetched. */
  place?: string;
  carrier?: string;
  trackingCode?: string;
  /** Who did it, by name. */
  byName?: string;
  /** What a person said; too long for an SMS. */
  reason?: string;
};

/** A fact that was written, with all that any notice of it says. */
export type NoticeEvent = {
  source: NoticeSource;
  /** The row of the event. */
  id: string;
  from: string | null;
  to: string;
  by: string | null;
  way: ParcelWay | null;
  occurredAt: number;
  /** Of a sample nobody is told anything. */
  isSample: boolean;
  /** Ids of what it may be about. */
  subjects: Partial<Record<NoticeSubject, string>>;
  buyer: { purchaseId: string; language: CompleteLanguage } | null;
  /** Nobody when a cart is paid, which may be of several. */
  household: { id: string; language: CompleteLanguage } | null;
  facts: Omit<NoticeFacts, "about">;
  /** What the whole cart costs. */
  checkoutVnd: number | null;
  /** What each kind of subject is called. */
  names: Partial<Record<NoticeSubject, string>>;
  /** Which of the facts the buyer's notice of it takes for its deadline, and which the household's. */
  deadlines: Partial<Record<NoticeRecipient, number>>;
};

/** Its words in one language; made outside the room, which knows no texts and no addresses. */
export type NoticeWords = {
  subject: string;
  text: string;
  /** The same with long names cut, for an SMS. */
  shortText: string;
  /** In whole, with what opens it. */
  link: string;
  /** How whoever reads it as an e-mail ends that; nothing of a mail that was asked for once. */
  footer: string;
  /** What the words were filled with, by name, for a provider that keeps the words itself. */
  values: Readonly<Record<string, string>>;
};

export type NoticeToWord = {
  kind: NoticeKind;
  language: CompleteLanguage;
  facts: NoticeFacts;
};
export type WordNotice = (notice: NoticeToWord) => NoticeWords;

/** A row of a list. `facts` is null once they were emptied. */
export type NoticeSummary = {
  id: string;
  kind: NoticeKind;
  recipientKind: NoticeRecipient;
  language: CompleteLanguage;
  facts: NoticeFacts | null;
  status: NoticeStatus;
  channel: NoticeChannel | null;
  cause: NoticeCause | null;
  createdAt: number;
  dueAt: number;
  worthUntil: number;
  sentAt: number | null;
  /** `•••• 678` */
  maskedPhone: string;
};
export type NoticePage = {
  notices: NoticeSummary[];
  noticeCount: number;
  page: number;
  pageCount: number;
};

/** What somebody is the buyer of. */
export type Purchase = {
  kind: NoticePurchase;
  id: string;
  code: string;
  language: CompleteLanguage;
  phone: string;
};

export type BuyerReach = {
  /** By what buyers are told on their phone, as far as this installation can; null in a demo, which tells nobody. */
  phone: "zalo" | "sms" | null;
  /** Of messages in the browser; null when those are not set up. */
  publicKey: string | null;
};

/** Who asks a household whether it may help, with what, and the last day for which. */
export type ConsentWords = { helper: string; powers: Power[]; until: LocalDate };

/** Who helps a household from now on, until when, and what opens the page by which it ends that. */
export type ConsentFacts = Omit<ConsentWords, "powers"> & { code: string; key: string };
