/** Thrown from doors only; rooms return `Result`s. The error page is in the reader's language. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: "Forbidden" });
}

export function badRequest(): Response {
  return new Response(null, { status: 400, statusText: "Bad Request" });
}

export function tooManyRequests(): Response {
  return new Response(null, { status: 429, statusText: "Too Many Requests" });
}

/** The database is held by another process; the server adds `Retry-After`. */
export function serviceUnavailable(): Response {
  return new Response(null, { status: 503, statusText: "Service Unavailable" });
}

export function methodNotAllowed(allow: string): Response {
  return new Response(null, { status: 405, headers: { Allow: allow } });
}
