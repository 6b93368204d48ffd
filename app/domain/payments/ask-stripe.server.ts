import type Stripe from "stripe";
import { pause } from "~/platform/clock.server";
import { randomBytes } from "~/platform/ids";
import { logger } from "~/platform/logger.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { CardFailure, KeptError } from "./card-provider";

const TRIES = 3;
const FIRST_PAUSE_MS = 250;
/** After this no further try begins: a buyer waits. */
const PATIENCE_MS = 9_000;

/**
 * Asks Stripe, and asks again what may have got lost: a broken connection, too many at once, an error of theirs, the
 * same key still at work. Whatever changes something carries a key, so that it is done once however often it is asked.
 */
export async function askStripe<Value>(
  question: string,
  ask: () => Promise<Value>,
): Promise<Result<Value, CardFailure | KeptError>> {
  const beganAt = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return succeed(await ask());
    } catch (thrown) {
      const error = stripeErrorOf(thrown);
      if (error === null) throw thrown;
      const verdict = verdictOn(error);
      const isOver = attempt === TRIES || performance.now() - beganAt > PATIENCE_MS;
      if (verdict === "again" && !isOver) {
        await pause(pauseBefore(attempt));
        continue;
      }
      // Not the message: it may repeat what was sent.
      const { type, code, statusCode, requestId } = error;
      logger.warn("Stripe did not do it", { question, type, code, statusCode, requestId });
      return fail(FAILURES[verdict]);
    }
  }
}

const FAILURES = {
  refused: "card_refused",
  kept: "card_error_kept",
  later: "card_unreachable",
  again: "card_unreachable",
} as const;

type StripeError = Pick<
  Stripe.errors.StripeError,
  "statusCode" | "code" | "requestId" | "headers"
> & {
  type: string;
};

/** By its shape, because the classes come with a library that is loaded when cards are used. */
function stripeErrorOf(thrown: unknown): StripeError | null {
  const isOne =
    thrown instanceof Error &&
    "type" in thrown &&
    typeof thrown.type === "string" &&
    thrown.type.startsWith("Stripe");
  return isOne ? (thrown as unknown as StripeError) : null;
}

function verdictOn({ statusCode, headers }: StripeError): keyof typeof FAILURES {
  if (statusCode === undefined) return "again";
  if (statusCode === 401 || statusCode === 403) return "later"; // our key: a person has to set it
  if (statusCode === 429 || statusCode === 409) return "again";
  if (statusCode < 500) return "refused";
  return headers?.["idempotent-replayed"] === "true" ? "kept" : "again";
}

/** Longer each time, and never for all at the same moment. */
function pauseBefore(attempt: number): number {
  const [byte = 0] = randomBytes(1);
  return FIRST_PAUSE_MS * 3 ** (attempt - 1) * (0.5 + byte / 255);
}
