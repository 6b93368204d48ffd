/** Thrown from doors only; rooms return `Result`s. The error page is in the reader's language. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/** What was looked for; thrown as 404 where there is none in the scope. */
export function orNotFound<Value>(found: Value | null): Value {
  if (found === null) throw notFound();
  return found;
}

export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: "Forbidden" });
}

export function badRequest(): Response {
  return new Response(null, { status: 400, statusText: "Bad Request" });
}

export function payloadTooLarge(): Response {
  return new Response(null, { status: 413, statusText: "Payload Too Large" });
}

/** @param waitMs as the rate limit answered */
export function tooManyRequests(waitMs: number): Response {
  const headers = retryAfter(waitMs);
  return new Response(null, { status: 429, statusText: "Too Many Requests", headers });
}

/** In whole seconds, never a moment too early. */
export function retryAfter(waitMs: number): { "Retry-After": string } {
  return { "Retry-After": String(Math.ceil(waitMs / 1_000)) };
}

type Answered = { actionHeaders: Headers; errorHeaders: Headers | undefined };

/** As a route's `headers`: a page says when to come back, as its action does. Without it Remix drops what doors say. */
export function keepRetryAfter({ actionHeaders, errorHeaders }: Answered): Record<string, string> {
  const seconds = (errorHeaders ?? actionHeaders).get("Retry-After");
  return seconds === null ? {} : { "Retry-After": seconds };
}

/** The database is held by another process; the server adds `Retry-After`. */
export function serviceUnavailable(): Response {
  return new Response(null, { status: 503, statusText: "Service Unavailable" });
}

export function methodNotAllowed(allow: string): Response {
  return new Response(null, { status: 405, headers: { Allow: allow } });
}
