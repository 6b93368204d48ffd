import type Stripe from "stripe";
import { sumVnd, vnd } from "~/platform/money";
import type {
  CardBalance,
  CardDispute,
  CardEvent,
  CardEventSubject,
  CardIntent,
  CardMoney,
  CardMovement,
  CardRefundState,
  CardSession,
} from "./card-provider";

/** What Stripe says, in words of ours. VND has no smaller unit there: 250,000 đồng are `250000`. */

const SECOND_MS = 1_000;
/** Under these names our ids travel with what we asked for. */
export const ATTEMPT = "attempt";
export const REFUND = "refund";
/** The shapes that this file reads are of this version, and so must be what is sent to us. */
export const API_VERSION = "2026-10-28.endive" satisfies Stripe.LatestApiVersion;

export function sessionOf(session: Stripe.Checkout.Session): CardSession {
  return {
    id: session.id,
    url: session.status === "open" ? session.url : null,
    status: sessionStatusOf(session.status),
    intentId: idOf(session.payment_intent),
    money: { amount: session.amount_total ?? 0, currency: session.currency ?? "" },
    attemptId: session.metadata?.[ATTEMPT] ?? null,
  };
}

function sessionStatusOf(status: string | null): CardSession["status"] {
  return status === "complete" || status === "expired" ? status : "open";
}

/** @param intent with `latest_charge.balance_transaction` in it */
export function intentOf(intent: Stripe.PaymentIntent): CardIntent {
  const charge = typeof intent.latest_charge === "string" ? null : intent.latest_charge;
  return {
    id: intent.id,
    attemptId: intent.metadata[ATTEMPT] ?? null,
    isLive: intent.livemode,
    isProcessing: intent.status === "processing",
    charge:
      charge?.status === "succeeded" && charge.captured
        ? { id: charge.id, money: moneyOf(charge), feeVnd: feeOf(charge) }
        : null,
  };
}

function moneyOf({ amount, currency }: CardMoney): CardMoney {
  return { amount, currency };
}

function feeOf(charge: Stripe.Charge): number | null {
  const booked = charge.balance_transaction;
  if (booked === null || typeof booked === "string") return null;
  return inDong(booked, charge.amount);
}

/** Stripe keeps no account in đồng: its fee is the same part of the amount there as it is here. */
function inDong({ fee, amount, currency }: Stripe.BalanceTransaction, amountVnd: number): number {
  if (currency === "vnd" || amount === 0) return fee;
  return Math.round((fee * amountVnd) / Math.abs(amount));
}

export function refundOf(refund: Stripe.Refund): CardRefundState {
  return {
    id: refund.id,
    refundId: refund.metadata?.[REFUND] ?? null,
    amount: refund.amount,
    status: refundStatusOf(refund.status),
  };
}

function refundStatusOf(status: string | null): CardRefundState["status"] {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}

export function disputeOf(dispute: Stripe.Dispute): CardDispute {
  const booked = dispute.balance_transactions;
  const fees = booked.map((one) => inDong(one, dispute.amount));
  return {
    id: dispute.id,
    chargeId: idOf(dispute.charge) ?? "",
    intentId: idOf(dispute.payment_intent),
    amount: dispute.amount,
    currency: dispute.currency,
    feeVnd: fees.reduce((sum, fee) => sum + Math.max(0, fee), 0),
    hasTakenMoney: booked.some(({ amount }) => amount < 0),
    status: dispute.status === "won" ? "won" : dispute.status === "lost" ? "lost" : "open",
  };
}

export function eventOf(event: Stripe.Event): CardEvent {
  return {
    id: event.id,
    type: event.type,
    occurredAt: event.created * SECOND_MS,
    isLive: event.livemode,
    account: event.account ?? null,
    apiVersion: event.api_version,
    about: subjectOf(event.data.object as unknown as Record<string, unknown>),
  };
}

/** The body of a webhook whose signature was right; null when it is no event that we can read. */
export function readStripeEvent(body: string): CardEvent | null {
  const event = parsed(body);
  const data = isRecord(event) ? event["data"] : null;
  if (!isRecord(event) || !isRecord(data) || !isRecord(data["object"])) return null;
  const id = wordOf(event["id"]);
  const type = wordOf(event["type"]);
  if (id === null || type === null || !Number.isSafeInteger(event["created"])) return null;
  return {
    id,
    type,
    occurredAt: Number(event["created"]) * SECOND_MS,
    isLive: event["livemode"] === true,
    account: wordOf(event["account"]),
    apiVersion: wordOf(event["api_version"]),
    about: subjectOf(data["object"]),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null; // also what is nested deeper than the stack
  }
}

const KINDS: Readonly<Record<string, CardEventSubject["kind"]>> = {
  "checkout.session": "session",
  payment_intent: "intent",
  charge: "charge",
  refund: "refund",
  dispute: "dispute",
};

/** Of an object that a webhook brought: nothing of it is taken for granted but its ids, and they are asked about. */
function subjectOf(object: Record<string, unknown>): CardEventSubject {
  const kind = KINDS[wordOf(object["object"]) ?? ""] ?? "other";
  const id = wordOf(object["id"]) ?? "";
  const metadata = object["metadata"];
  const named = isRecord(metadata) ? wordOf(metadata[ATTEMPT]) : null;
  const amount = object[kind === "session" ? "amount_total" : "amount"];
  const isAsked = kind === "session" || kind === "intent" || kind === "charge";
  return {
    kind,
    id,
    intentId: kind === "intent" ? id : idOf(object["payment_intent"]),
    attemptId: named,
    reference: wordOf(object["client_reference_id"]),
    money: isAsked
      ? {
          amount: Number.isSafeInteger(amount) ? Number(amount) : -1,
          currency: wordOf(object["currency"]) ?? "",
        }
      : null,
  };
}

function idOf(thing: unknown): string | null {
  return isRecord(thing) ? wordOf(thing["id"]) : wordOf(thing);
}

function wordOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" && value.length <= 200 ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An account in đồng alone: what of it is in another currency we could not compare. */
export function balanceOf({ available, pending }: Stripe.Balance): CardBalance | null {
  const parts = [...available, ...pending];
  if (parts.some(({ currency }) => currency !== "vnd")) return null;
  return { amountVnd: sumVnd(parts.map(({ amount }) => amount)) };
}

export function movementOf(booked: Stripe.BalanceTransaction): CardMovement {
  return {
    id: booked.id,
    sourceId: idOf(booked.source) ?? booked.id,
    kind: booked.type === "payout" || booked.type === "payout_failure" ? "payout" : "other",
    netVnd: vnd(booked.net),
    occurredAt: booked.created * SECOND_MS,
  };
}
