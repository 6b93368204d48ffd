import type { NoticeChannel, NoticeRecipient, NoticeSource, NoticeSubject } from "./notice-status";

/** How goods reach their buyer, which is told in other words each. */
export type ParcelWay = "carried" | "fetched" | "agreed";

type Trigger = {
  source: NoticeSource;
  to: string;
  /** Where the state it comes to is not enough: the one it comes from, who moved it, how the goods go. */
  from?: null;
  by?: readonly string[];
  way?: ParcelWay;
};

export type NoticeRule = {
  to: NoticeRecipient;
  /** The move that makes it; null: it is asked for (`ask-link`). */
  on: Trigger | null;
  /** Told once of each of these: a cart of two households is paid in one go. */
  about: NoticeSubject;
  /** `asked`: the answer to what the recipient has just done, so also at night. */
  urgency: "asked" | "soon" | "calm";
  /** In which order they are tried. */
  channels: readonly NoticeChannel[];
  /** How long it is still worth sending: until its deadline is over, or for so many hours. */
  worth: "deadline" | number;
  /** Told only while what it is about still stands so. */
  whileIn?: string;
  /**
   * Told when half of the time until the deadline is gone, 30 days before it, when it has come, or so many days before
   * it: then only until the next of its kind has its turn.
   */
  at?: "half_time" | "month_before" | "deadline" | { daysBefore: number; nextAt: number };
};

/** What somebody asked for in a browser comes first, or beside (`send-due`); e-mail, which few here read, last. */
const ANY: readonly NoticeChannel[] = ["push", "zalo", "sms", "email"];

export const DAY = 24;

type Told = Omit<Partial<NoticeRule>, "to" | "on">;
const USUAL = { urgency: "soon", channels: ANY, worth: 5 * DAY } as const;

export const buyer = (on: Trigger | null, told: Told & { about: NoticeSubject }): NoticeRule => ({
  to: "buyer",
  on,
  ...USUAL,
  ...told,
});
export const household = (on: Trigger, told: Told = {}): NoticeRule => ({
  to: "household",
  on,
  about: on.source,
  ...USUAL,
  ...told,
});
export const order = (to: string, more: Partial<Trigger> = {}): Trigger => ({
  source: "order",
  to,
  ...more,
});
export const request = (to: string, by?: readonly string[]): Trigger => ({
  source: "return",
  to,
  ...(by ? { by } : {}),
});

export const contract = (to: string, by?: readonly string[]): Trigger => ({
  source: "contract",
  to,
  ...(by ? { by } : {}),
});
export const preorder = (to: string, by?: readonly string[]): Trigger => ({
  source: "preorder",
  to,
  ...(by ? { by } : {}),
});

export const payment = (to: string): Trigger => ({ source: "payment", to });
export const document = (to: string): Trigger => ({ source: "document", to });
export const itself = (to: string): Trigger => ({ source: "household", to });

/** A certificate ends in so many days; `confirmed` is over for this once nobody needs the warning (`subjectStatus`). */
export const ending = (daysBefore: number, nextAt: number): NoticeRule =>
  household(itself("certificate_confirmed"), {
    about: "certificate",
    whileIn: "confirmed",
    at: { daysBefore, nextAt },
  });
