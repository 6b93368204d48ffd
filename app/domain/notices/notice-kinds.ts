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
  /** Told when half of the time until the deadline is gone, 30 days before it, or when it has come. */
  at?: "half_time" | "month_before" | "deadline";
};

/** What somebody asked for in a browser comes first, or beside (`send-due`); e-mail, which few here read, last. */
const ANY: readonly NoticeChannel[] = ["push", "zalo", "sms", "email"];

const DAY = 24;

type Told = Omit<Partial<NoticeRule>, "to" | "on">;
const USUAL = { urgency: "soon", channels: ANY, worth: 5 * DAY } as const;

const buyer = (on: Trigger | null, told: Told & { about: NoticeSubject }): NoticeRule => ({
  to: "buyer",
  on,
  ...USUAL,
  ...told,
});
const household = (on: Trigger, told: Told = {}): NoticeRule => ({
  to: "household",
  on,
  about: on.source,
  ...USUAL,
  ...told,
});
const order = (to: string, more: Partial<Trigger> = {}): Trigger => ({
  source: "order",
  to,
  ...more,
});
const request = (to: string, by?: readonly string[]): Trigger => ({
  source: "return",
  to,
  ...(by ? { by } : {}),
});

const contract = (to: string, by?: readonly string[]): Trigger => ({
  source: "contract",
  to,
  ...(by ? { by } : {}),
});
const preorder = (to: string, by?: readonly string[]): Trigger => ({
  source: "preorder",
  to,
  ...(by ? { by } : {}),
});

const payment = (to: string): Trigger => ({ source: "payment", to });
const document = (to: string): Trigger => ({ source: "document", to });
const itself = (to: string): Trigger => ({ source: "household", to });

/** What is told to whom: one line a kind. Recalls are a list of their own (`orders/queries-recall-list`). */
export const NOTICE_KINDS = {
  checkout_waits: buyer(order("awaiting_payment"), {
    about: "checkout",
    urgency: "asked",
    worth: "deadline",
    whileIn: "awaiting_payment",
  }),
  checkout_paid: buyer(order("placed", { by: ["money"] }), {
    about: "checkout",
    urgency: "asked",
    worth: DAY,
  }),
  checkout_placed: buyer(order("placed", { from: null }), {
    about: "checkout",
    urgency: "asked",
    worth: DAY,
  }),
  checkout_expired: buyer(order("expired", { by: ["clock"] }), {
    about: "checkout",
    urgency: "calm",
    worth: DAY,
    whileIn: "expired",
  }),
  payment_short: buyer(payment("short"), {
    about: "payment",
    urgency: "asked",
    worth: "deadline",
    whileIn: "partially_paid",
  }),
  payment_surplus: buyer(payment("surplus"), { about: "payment" }),
  payment_owed_back: buyer(payment("owed_back"), { about: "payment" }),
  payment_to_card: buyer(payment("to_card"), { about: "payment", urgency: "calm" }),
  payment_account_named: buyer(payment("account_named"), { about: "payment" }),
  payment_sent_back: buyer(payment("sent_back"), { about: "payment", urgency: "calm" }),
  payment_bounced: buyer(payment("bounced"), { about: "payment" }),
  // About whatever was bought.
  link_asked: { ...buyer(null, { about: "checkout", urgency: "asked" }), worth: 1 },
  order_cancelled: buyer(order("cancelled", { by: ["household", "department"] }), {
    about: "order",
  }),
  order_overdue: buyer(order("cancelled", { by: ["clock"] }), { about: "order" }),
  order_sent: buyer(order("shipped", { way: "carried" }), { about: "order", whileIn: "shipped" }),
  order_ready: buyer(order("shipped", { way: "fetched" }), { about: "order", whileIn: "shipped" }),
  order_agreed: buyer(order("shipped", { way: "agreed" }), { about: "order", whileIn: "shipped" }),
  order_delivered: buyer(order("delivered", { by: ["household", "clock"] }), {
    about: "order",
    urgency: "calm",
    worth: "deadline",
  }),
  order_refused: buyer(order("refused"), { about: "order", urgency: "calm" }),
  order_lost: buyer(order("lost"), { about: "order" }),
  return_accepted: buyer(request("accepted"), {
    about: "return",
    worth: "deadline",
    whileIn: "accepted",
  }),
  return_declined: buyer(request("declined"), {
    about: "return",
    worth: "deadline",
    whileIn: "declined",
  }),
  return_escalated: buyer(request("disputed", ["clock", "household"]), {
    about: "return",
    urgency: "calm",
    whileIn: "disputed",
  }),
  return_refunded: buyer(request("refunded"), { about: "return" }),
  return_closed: buyer(request("closed", ["department", "clock"]), {
    about: "return",
    urgency: "calm",
  }),
  contract_asked: buyer(
    { ...contract("requested"), from: null },
    { about: "contract", urgency: "asked", worth: DAY, whileIn: "requested" },
  ),
  contract_offered: buyer(contract("offered"), {
    about: "contract",
    worth: "deadline",
    whileIn: "offered",
  }),
  contract_declined: buyer(contract("declined"), { about: "contract" }),
  contract_lapsed: buyer(contract("lapsed"), { about: "contract", urgency: "calm" }),
  contract_concluded: buyer(contract("concluded"), {
    about: "contract",
    urgency: "asked",
    worth: DAY,
  }),
  contract_ended: buyer(contract("ended", ["household", "clock"]), { about: "contract" }),
  preorder_noted: buyer(preorder("waiting"), {
    about: "preorder",
    urgency: "asked",
    worth: DAY,
    whileIn: "waiting",
  }),
  preorder_removed: buyer(preorder("removed"), { about: "preorder" }),
  preorder_missed: buyer(preorder("missed"), { about: "preorder", urgency: "calm" }),
  household_order_placed: household(order("placed"), { worth: "deadline", whileIn: "placed" }),
  household_confirm_soon: household(order("placed"), {
    worth: "deadline",
    whileIn: "placed",
    at: "half_time",
  }),
  household_less_at_door: household(payment("less_at_door"), { about: "order" }),
  household_order_withdrawn: household(order("cancelled", { by: ["buyer"] })),
  household_order_overdue: household(order("cancelled", { by: ["clock"] })),
  household_return_requested: household(request("requested"), {
    worth: "deadline",
    whileIn: "requested",
  }),
  household_return_sent_back: household(request("returning"), {
    urgency: "calm",
    worth: "deadline",
    whileIn: "returning",
  }),
  household_return_disputed: household(request("disputed", ["buyer", "clock"]), {
    urgency: "calm",
    whileIn: "disputed",
  }),
  household_return_withdrawn: household(request("closed", ["buyer"]), { urgency: "calm" }),
  household_return_refunded: household(request("refunded", ["department"]), { urgency: "calm" }),
  household_return_dismissed: household(request("closed", ["department"]), { urgency: "calm" }),
  household_price_asked: household(contract("requested"), {
    worth: "deadline",
    whileIn: "requested",
  }),
  household_contract_concluded: household(contract("concluded")),
  household_contract_withdrawn: household(contract("withdrawn"), { urgency: "calm" }),
  household_contract_lapsed: household(contract("lapsed"), { urgency: "calm" }),
  household_contract_ended: household(contract("ended", ["buyer", "clock"])),
  household_account_named: household(payment("account_named"), { about: "household" }),
  household_paid_out: household(payment("paid_out"), { about: "household", urgency: "calm" }),
  household_payout_bounced: household(payment("payout_bounced"), { about: "household" }),
  household_near_threshold: household(payment("near"), { about: "household", urgency: "calm" }),
  household_at_threshold: household(payment("reached"), { about: "household", urgency: "calm" }),
  household_approved: household(itself("approved"), { urgency: "calm", whileIn: "approved" }),
  household_rejected: household(itself("rejected"), { urgency: "calm", whileIn: "rejected" }),
  household_suspended: household(itself("suspended"), { whileIn: "suspended" }),
  household_item_sent_back: household(itself("item_sent_back")),
  household_product_approved: household(
    { source: "product", to: "published" },
    { urgency: "calm", whileIn: "published" },
  ),
  household_product_rejected: household(
    { source: "product", to: "rejected" },
    { urgency: "calm", whileIn: "rejected" },
  ),
  household_profile_approved: household({ source: "profile", to: "approved" }, { urgency: "calm" }),
  household_profile_rejected: household({ source: "profile", to: "rejected" }, { urgency: "calm" }),
  household_document_checked: household(document("checked"), {
    urgency: "calm",
    whileIn: "checked",
  }),
  household_document_refused: household(document("refused"), { whileIn: "refused" }),
  household_licence_ends_soon: household(document("checked"), {
    about: "licence",
    whileIn: "checked",
    at: "month_before",
  }),
  household_licence_ended: household(document("checked"), {
    about: "licence",
    whileIn: "checked",
    at: "deadline",
  }),
} as const satisfies Record<string, NoticeRule>;

export type NoticeKind = keyof typeof NOTICE_KINDS;
export const NOTICE_KIND_NAMES = Object.keys(NOTICE_KINDS) as NoticeKind[];
