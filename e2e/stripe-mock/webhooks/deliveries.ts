import type Stripe from "stripe";
import type { Faults, WebhookFault } from "../control/faults";
import type { Clock } from "../state/clock";

import type { WebhookEndpoint } from "./endpoint";
import { isOfType } from "./event-types";
import { postWebhook, type Attempt } from "./post-webhook";

type Setting = {
  clock: Clock;
  faults: Faults;
  endpoints: WebhookEndpoint[];
  retryDelaysMs: number[];
};

type Delivery = {
  event: Stripe.Event;
  endpoint: WebhookEndpoint;
  body: string;
  fault: WebhookFault | undefined;
  attempt: number;
};

const LOG_CAP = 2_000;
const PENDING_CAP = 10_000;

/** Sends events to the endpoints, again while they fail, and keeps a log of it. */
export class Deliveries {
  private endpoints: WebhookEndpoint[];
  private readonly log: Attempt[] = [];
  /** Which endpoints have not taken an event yet, by its id. */
  private readonly pending = new Map<string, Set<string>>();
  private held: Stripe.Event[] = [];
  private holdCount = 0;
  /** Ended by `clear`: what was under way before it is broken off, and neither tried again nor counted. */
  private era = new AbortController();

  constructor(private readonly setting: Setting) {
    this.endpoints = setting.endpoints;
  }

  getEndpoints(): WebhookEndpoint[] {
    return this.endpoints;
  }

  setEndpoints(endpoints: WebhookEndpoint[]): void {
    this.endpoints = endpoints;
  }

  send(event: Stripe.Event): void {
    const wanted = this.subscribed(event);
    if (wanted.length === 0) return;
    this.pending.set(event.id, new Set(wanted.map(({ url }) => url)));
    if (this.pending.size > PENDING_CAP) {
      const oldest = this.pending.keys().next();
      if (!oldest.done) this.pending.delete(oldest.value);
    }
    if (this.holdCount > 0) {
      this.hold(event);
      return;
    }
    const fault = this.setting.faults.takeForEvent(event.type);
    if (fault?.kind === "webhook_reorder") {
      this.holdCount = fault.hold;
      this.hold(event);
    } else {
      this.startAll(event, fault);
    }
  }

  /** Sends what is held back to be reordered, newest first and one after another. */
  release(): number {
    const events = this.held.toReversed();
    this.held = [];
    this.holdCount = 0;
    setImmediate(() => void this.sendInOrder(events));
    return events.length;
  }

  /** Sends an event once more, as `stripe events resend` does. */
  resend(event: Stripe.Event): void {
    this.startAll(event, undefined);
  }

  pendingOf(eventId: string): number {
    return this.pending.get(eventId)?.size ?? 0;
  }

  newestFirst(): Attempt[] {
    return this.log.toReversed();
  }

  clear(): void {
    this.era.abort();
    this.era = new AbortController();
    this.log.length = 0;
    this.pending.clear();
    this.held = [];
    this.holdCount = 0;
  }

  private subscribed(event: Stripe.Event): WebhookEndpoint[] {
    return this.endpoints.filter(
      ({ events }) => !events || events.some((pattern) => isOfType(event.type, pattern)),
    );
  }

  private hold(event: Stripe.Event): void {
    this.held.push(event);
    if (this.held.length <= this.holdCount) return;
    this.release();
  }

  private async sendInOrder(events: Stripe.Event[]): Promise<void> {
    for (const event of events) {
      for (const endpoint of this.subscribed(event)) {
        await this.attempt(newDelivery(event, endpoint, undefined));
      }
    }
  }

  private startAll(event: Stripe.Event, fault: WebhookFault | undefined): void {
    for (const endpoint of this.subscribed(event)) {
      const delivery = newDelivery(event, endpoint, fault);
      if (fault?.kind === "webhook_drop") {
        this.note({ ...described(delivery), at: this.setting.clock.now(), error: "dropped" });
        continue;
      }
      const copies = fault?.kind === "webhook_duplicate" ? fault.copies : 1;
      const delayMs = fault?.kind === "webhook_delay" ? fault.ms : 0;
      for (let copy = 0; copy < copies; copy += 1) this.start({ ...delivery }, delayMs);
    }
  }

  /** Never within the request that caused the event: Stripe's webhooks come from elsewhere, and may come first. */
  private start(delivery: Delivery, delayMs: number): void {
    if (delayMs === 0) setImmediate(() => void this.attempt(delivery));
    else this.later(delivery, delayMs);
  }

  private later(delivery: Delivery, delayMs: number): void {
    const { clock } = this.setting;
    clock.at(clock.now() + delayMs, () => void this.attempt(delivery));
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { signal } = this.era;
    const outcome = await postWebhook({
      url: delivery.endpoint.url,
      secrets: delivery.endpoint.secrets,
      body: delivery.body,
      now: this.setting.clock.receiversNow(),
      signal,
      // Damage happens on the way, so the next attempt is whole.
      fault: delivery.attempt === 1 ? delivery.fault : undefined,
    });
    if (signal.aborted) return;
    this.note({ ...described(delivery), at: this.setting.clock.now(), ...outcome });
    if (outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300) {
      this.pending.get(delivery.event.id)?.delete(delivery.endpoint.url);
      return;
    }
    const delayMs = this.setting.retryDelaysMs[delivery.attempt - 1];
    if (delayMs !== undefined) this.later({ ...delivery, attempt: delivery.attempt + 1 }, delayMs);
  }

  private note(attempt: Attempt): void {
    this.log.push(attempt);
    if (this.log.length > LOG_CAP) this.log.shift();
  }
}

/** Written as Stripe writes it, with indentation: a receiver that builds the JSON anew gets other bytes. */
function newDelivery(
  event: Stripe.Event,
  endpoint: WebhookEndpoint,
  fault: WebhookFault | undefined,
): Delivery {
  const sent = fault?.kind === "webhook_alter" ? altered(event, fault) : event;
  return { event, endpoint, body: JSON.stringify(sent, null, 2), fault, attempt: 1 };
}

function altered(event: Stripe.Event, fault: Extract<WebhookFault, { kind: "webhook_alter" }>) {
  const data = { ...event.data, object: { ...event.data.object, ...fault.object } };
  return { ...event, ...fault.fields, data };
}

function described({ event, endpoint, attempt, fault }: Delivery) {
  return {
    event: event.id,
    type: event.type,
    endpoint: endpoint.url,
    attempt,
    ...(fault === undefined ? {} : { fault: fault.kind }),
  };
}
