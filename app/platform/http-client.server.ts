import { pause } from "./clock.server";
import { isInTransaction } from "./db.server";
import { invariant } from "./invariant";
import { fail, succeed, type Result } from "./result";

export type HttpRequest = {
  method: "GET" | "POST";
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  timeoutMs?: number;
  maxBytes?: number;
  /** More than 1 only for requests that the other side recognises by a key in their headers or body. */
  attempts?: number;
};
export type HttpAnswer = { status: number; body: string };

/**
 * Sends a request with a time-out, a cap on the answer's size and bounded retries on network errors and 5xx.
 * Refuses to run inside a transaction: call first, or commit first.
 * @returns any HTTP answer as success; `provider_unreachable` when none came
 */
export async function sendHttp(
  request: HttpRequest,
): Promise<Result<HttpAnswer, "provider_unreachable">> {
  invariant(!isInTransaction(), "network inside a transaction");
  const attempts = request.attempts ?? 1;
  let last: HttpAnswer | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await pause(200 * 2 ** attempt);
    last = await sendOnce(request).catch(() => undefined);
    if (last && last.status < 500) return succeed(last);
  }
  return last ? succeed(last) : fail("provider_unreachable");
}

async function sendOnce(request: HttpRequest): Promise<HttpAnswer> {
  const response = await fetch(request.url, {
    method: request.method,
    headers: request.headers ?? {},
    body: request.body ?? null,
    redirect: "error",
    signal: AbortSignal.timeout(request.timeoutMs ?? 10_000),
  });
  return { status: response.status, body: await readCapped(response, request.maxBytes ?? 262_144) };
}

async function readCapped(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const source = response.body.getReader();
  for (let part = await source.read(); !part.done; part = await source.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) throw new Error("answer too large");
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
