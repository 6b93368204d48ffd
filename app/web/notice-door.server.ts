import type { Result } from "~/platform/result";
import { methodNotAllowed } from "./http-errors";
import { textResponse } from "./text-response.server";

const MAX_BYTES = 256 * 1024;

type SentNotice = { rawBody: Uint8Array; header: (name: string) => string | null };

/**
 * The door of a bank's provider: its body is capped and handed on as it came. 2xx only once `take` has committed; when
 * it throws, the server answers 5xx and the provider sends it again.
 */
export async function answerNotice(
  request: Request,
  take: (sent: SentNotice) => Promise<Result<null, string>>,
  statuses: Readonly<Record<string, number>> & { else: number } = { else: 401 },
): Promise<Response> {
  if (request.method !== "POST") return methodNotAllowed("POST");
  const rawBody = new Uint8Array(await request.arrayBuffer());
  if (rawBody.byteLength > MAX_BYTES) return refusal(413, "too_large");
  const taken = await take({ rawBody, header: (name) => request.headers.get(name) });
  if (taken.ok) return answer(200, { success: true });
  const status = statuses[taken.code] ?? statuses.else;
  return refusal(status, status >= 500 ? "try_again" : "unauthorized");
}

function refusal(status: number, error: string): Response {
  return answer(status, { success: false, error });
}

function answer(status: number, body: unknown): Response {
  return textResponse(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json" },
  });
}
