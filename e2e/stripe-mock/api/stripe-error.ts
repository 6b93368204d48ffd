import type Stripe from "stripe";

type ErrorType =
  "api_error" | "card_error" | "idempotency_error" | "invalid_request_error" | "rate_limit_error";

export type ErrorBody = {
  type: ErrorType;
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: Stripe.PaymentIntent;
};

/** What a request is refused with, in the shape of Stripe's errors. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  /** Refusals of the parameters alone are not remembered under an idempotency key: nothing had begun. */
  readonly isBeforeExecution: boolean;

  constructor(status: number, body: ErrorBody, isBeforeExecution = false) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.isBeforeExecution = isBeforeExecution;
  }
}

/** A parameter is wrong: Stripe's 400 with `code` and `param`. */
export function invalidParameter(param: string, message: string, code?: string): StripeError {
  return new StripeError(
    400,
    { type: "invalid_request_error", message, param, ...(code === undefined ? {} : { code }) },
    true,
  );
}

/** The thing is there, but what is asked of it cannot be done now. */
export function invalidState(message: string, code?: string, param?: string): StripeError {
  return new StripeError(400, {
    type: "invalid_request_error",
    message,
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
  });
}

/** @param param what named it: without one it was the address itself, which is 404 and not 400 */
export function noSuchThing(kind: string, id: string, param?: string): StripeError {
  return new StripeError(param === undefined ? 404 : 400, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${kind}: '${id}'`,
    param: param ?? "id",
  });
}
