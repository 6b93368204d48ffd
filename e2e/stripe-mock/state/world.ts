import type Stripe from "stripe";
import type { TestCard } from "../cards/test-cards";
import { Faults } from "../control/faults";
import { Deliveries } from "../webhooks/deliveries";
import type { WebhookEndpoint } from "../webhooks/endpoint";
import { IdempotencyKeys } from "../api/idempotency-keys";
import { Clock } from "./clock";
import { Shelf } from "./shelf";

export type StripeMockSettings = {
  /** 12111 as with the official stripe-mock; 0 takes any free port. */
  port?: number;
  /** How a browser reaches the hosted page, when that is not the address on which the mock listens. */
  publicUrl?: string;
  /** Where events are sent; also settable while it runs, `PUT /_mock/endpoints`. */
  webhooks?: WebhookEndpoint[];
  /** Milliseconds; for tests with a clock of their own. */
  now?: () => number;
  /** Pauses before a webhook is tried again, on the mock's clock; after the last one it is given up. */
  retryDelaysMs?: number[];
  /**
   * The currency of the account's balance. Stripe opens no accounts in Vietnam, so a true account has another one,
   * and its balance transactions an exchange rate.
   */
  settlementCurrency?: "vnd" | "usd";
};

/** What came of whom: written into the events that a request causes. */
export type Cause = { id: string | null; idempotency_key: string | null };

/** Who pays, as typed on the hosted page. */
export type Payer = { name: string | null; email: string | null };

export type PaymentIntentData = {
  description?: string | undefined;
  metadata?: Record<string, string> | undefined;
  receipt_email?: string | undefined;
};

const RETRY_DELAYS_MS = [2_000, 10_000, 60_000, 600_000, 3_600_000];
const CAP = 10_000;

/** All that this Stripe knows, in memory and bounded. */
export class World {
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly deliveries: Deliveries;
  readonly idempotency: IdempotencyKeys;

  readonly paymentIntents = new Shelf<Stripe.PaymentIntent>(CAP);
  readonly sessions = new Shelf<Stripe.Checkout.Session>(CAP);
  readonly charges = new Shelf<Stripe.Charge>(CAP);
  readonly refunds = new Shelf<Stripe.Refund>(CAP);
  readonly disputes = new Shelf<Stripe.Dispute>(CAP);
  readonly customers = new Shelf<Stripe.Customer>(CAP);
  readonly balanceTransactions = new Shelf<Stripe.BalanceTransaction>(CAP);
  readonly events = new Shelf<Stripe.Event>(CAP);

  /** What belongs to an object and is not part of it; goes with it. */
  readonly lineItemsOf = new WeakMap<Stripe.Checkout.Session, Stripe.LineItem[]>();
  readonly paymentDataOf = new WeakMap<Stripe.Checkout.Session, PaymentIntentData>();
  readonly sessionOf = new WeakMap<Stripe.PaymentIntent, Stripe.Checkout.Session>();
  readonly payerOf = new WeakMap<Stripe.PaymentIntent, Payer>();
  readonly cardOf = new WeakMap<Stripe.PaymentIntent | Stripe.Charge, TestCard>();

  /** Base of the hosted page's addresses; known once the mock listens. */
  publicUrl = "";
  cause: Cause = { id: null, idempotency_key: null };
  readonly settlementCurrency: "vnd" | "usd";

  constructor(settings: StripeMockSettings) {
    this.clock = new Clock(settings.now ?? Date.now);
    this.settlementCurrency = settings.settlementCurrency ?? "vnd";
    this.idempotency = new IdempotencyKeys(this.clock);
    this.deliveries = new Deliveries({
      clock: this.clock,
      faults: this.faults,
      endpoints: settings.webhooks ?? [],
      retryDelaysMs: settings.retryDelaysMs ?? RETRY_DELAYS_MS,
    });
  }

  /** Forgets everything but where webhooks go. */
  reset(): void {
    for (const shelf of [
      this.paymentIntents,
      this.sessions,
      this.charges,
      this.refunds,
      this.disputes,
      this.customers,
      this.balanceTransactions,
      this.events,
    ]) {
      shelf.clear();
    }
    this.idempotency.clear();
    this.faults.clear();
    this.deliveries.clear();
    this.clock.reset();
  }
}
