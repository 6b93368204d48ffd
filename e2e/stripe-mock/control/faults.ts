import { z } from "zod";
import { newId } from "../state/ids";
import { isOfType } from "../webhooks/event-types";

/** What can go wrong on demand. Each fault happens `times` times, to what fits its filter, and is then used up. */

const times = z.int().min(1).max(1000).default(1);
const request = {
  times,
  method: z.enum(["GET", "POST"]).optional(),
  /** The beginning of the path, such as `/v1/refunds`; any when absent. */
  path: z.string().startsWith("/v1/").optional(),
};
const event = {
  times,
  /** Type of the event; `charge.*` fits all that begin so; any when absent. */
  type: z.string().optional(),
};
const ms = z.int().min(0).max(600_000);

export const FAULT = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("error"),
    status: z.union([z.literal(429), z.literal(500), z.literal(503)]),
    /** Remembered under the idempotency key, as Stripe does with errors that come after a request has begun. */
    stored: z.boolean().default(false),
    ...request,
  }),
  z.strictObject({ kind: z.literal("reset_before_commit"), ...request }),
  z.strictObject({ kind: z.literal("reset_after_commit"), ...request }),
  z.strictObject({ kind: z.literal("time_out"), ...request }),
  z.strictObject({ kind: z.literal("slow_start"), ms, ...request }),
  z.strictObject({ kind: z.literal("late_answer"), ms, ...request }),
  z.strictObject({ kind: z.literal("refund_fails"), times }),
  z.strictObject({ kind: z.literal("webhook_drop"), ...event }),
  z.strictObject({
    kind: z.literal("webhook_duplicate"),
    copies: z.int().min(2).max(50).default(2),
    ...event,
  }),
  z.strictObject({
    kind: z.literal("webhook_reorder"),
    hold: z.int().min(1).max(20).default(1),
    ...event,
  }),
  z.strictObject({ kind: z.literal("webhook_delay"), ms, ...event }),
  z.strictObject({ kind: z.literal("webhook_corrupt"), ...event }),
  z.strictObject({ kind: z.literal("webhook_skew"), seconds: z.int(), ...event }),
  z.strictObject({
    kind: z.literal("webhook_alter"),
    fields: z
      .strictObject({
        livemode: z.boolean().optional(),
        api_version: z.string().optional(),
        account: z.string().optional(),
      })
      .default({}),
    /** Fields of the object that the event is about, such as another amount. */
    object: z.record(z.string(), z.unknown()).default({}),
    ...event,
  }),
]);

export type Fault = z.output<typeof FAULT>;
export type RequestFault = Extract<Fault, { method?: unknown }>;
export type WebhookFault = Extract<Fault, { type?: unknown }>;
type Waiting = { id: string; left: number; fault: Fault };

const CAP = 1_000;

export class Faults {
  private waiting: Waiting[] = [];

  add(fault: Fault): Waiting {
    if (this.waiting.length >= CAP) throw new Error("too many faults wait: reset the mock");
    const waiting = { id: newId("fault"), left: fault.times, fault };
    this.waiting.push(waiting);
    return waiting;
  }

  list(): Waiting[] {
    return this.waiting;
  }

  clear(): void {
    this.waiting = [];
  }

  take(kind: "refund_fails"): boolean {
    return this.use(({ fault }) => fault.kind === kind) !== undefined;
  }

  takeForRequest(method: string, path: string): RequestFault | undefined {
    const fault = this.use(
      ({ fault: one }) =>
        isRequestFault(one) &&
        (one.method === undefined || one.method === method) &&
        (one.path === undefined || path.startsWith(one.path)),
    );
    return fault && isRequestFault(fault) ? fault : undefined;
  }

  takeForEvent(type: string): WebhookFault | undefined {
    const fault = this.use(
      ({ fault: one }) =>
        isWebhookFault(one) && (one.type === undefined || isOfType(type, one.type)),
    );
    return fault && isWebhookFault(fault) ? fault : undefined;
  }

  private use(fitting: (waiting: Waiting) => boolean): Fault | undefined {
    const found = this.waiting.find(fitting);
    if (!found) return undefined;
    found.left -= 1;
    if (found.left === 0) this.waiting = this.waiting.filter((one) => one !== found);
    return found.fault;
  }
}

function isWebhookFault(fault: Fault): fault is WebhookFault {
  return fault.kind.startsWith("webhook_");
}

function isRequestFault(fault: Fault): fault is RequestFault {
  return !isWebhookFault(fault) && fault.kind !== "refund_fails";
}
