import type { ErrorBody } from "./stripe-error";

/** What goes back: as text, so that a replayed answer is the same to the byte. */
export type Answer = { status: number; body: string };

export function answerWith(thing: object): Answer {
  return { status: 200, body: JSON.stringify(thing, null, 2) };
}

export function answerError(status: number, body: ErrorBody): Answer {
  const docs = body.code
    ? { doc_url: `https://docs.stripe.com/error-codes/${body.code.replaceAll("_", "-")}` }
    : {};
  return { status, body: JSON.stringify({ error: { ...body, ...docs } }, null, 2) };
}
