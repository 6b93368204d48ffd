import type { Clock } from "../state/clock";
import type { Answer } from "./answer";
import { StripeError } from "./stripe-error";

const KEPT_MS = 24 * 3_600_000;
const CAP = 10_000;
const LONGEST_KEY = 255;

type Use = { endpoint: string; params: string; usedAt: number; answer: Answer | undefined };
type Asked = { key: string; endpoint: string; params: string };

/** What was answered under which key (https://docs.stripe.com/api/idempotent_requests). */
export class IdempotencyKeys {
  private readonly uses = new Map<string, Use>();

  constructor(private readonly clock: Clock) {}

  /**
   * Takes a key for a request that begins now.
   * @returns the first answer, when the key has one; undefined when the request is to be carried out
   */
  claim({ key, endpoint, params }: Asked): Answer | undefined {
    if (key.length > LONGEST_KEY) {
      throw new StripeError(
        400,
        {
          type: "invalid_request_error",
          message: `Idempotency keys must be at most ${LONGEST_KEY} characters.`,
        },
        true,
      );
    }
    const use = this.find(key);
    if (use) return this.replay(key, use, { endpoint, params });
    this.uses.set(key, { endpoint, params, usedAt: this.clock.now(), answer: undefined });
    if (this.uses.size > CAP) {
      const oldest = this.uses.keys().next();
      if (!oldest.done) this.uses.delete(oldest.value);
    }
    return undefined;
  }

  keep(key: string, answer: Answer): void {
    const use = this.uses.get(key);
    if (use) use.answer = answer;
  }

  forget(key: string): void {
    this.uses.delete(key);
  }

  clear(): void {
    this.uses.clear();
  }

  private find(key: string): Use | undefined {
    const use = this.uses.get(key);
    if (!use || this.clock.now() - use.usedAt < KEPT_MS) return use;
    this.uses.delete(key);
    return undefined;
  }

  private replay(key: string, use: Use, asked: { endpoint: string; params: string }): Answer {
    const another = `Try using a key other than '${key}' if you meant to execute a different request.`;
    if (use.endpoint !== asked.endpoint) {
      throw idempotencyError(
        `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${use.endpoint}' vs '${asked.endpoint}'). ${another}`,
      );
    }
    if (use.params !== asked.params) {
      throw idempotencyError(
        `Keys for idempotent requests can only be used with the same parameters they were first used with. ${another}`,
      );
    }
    if (use.answer) return use.answer;
    throw new StripeError(
      409,
      {
        type: "invalid_request_error",
        code: "idempotency_key_in_use",
        message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
      },
      true,
    );
  }
}

function idempotencyError(message: string): StripeError {
  return new StripeError(400, { type: "idempotency_error", message }, true);
}
