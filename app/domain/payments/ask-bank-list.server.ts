import { sendHttp } from "~/platform/http-client.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { PollFailure } from "./bank-list";
import { parseNoticeJson } from "./read-bank-notices";

const TIMEOUT_MS = 20_000;
/** 5,000 lines of 600 letters. */
const MAX_BYTES = 3 * 1024 * 1024;

/** One question to a provider's list; answers the JSON, or why there is none. */
export async function askBankList(question: {
  url: string;
  authorization: string;
}): Promise<Result<unknown, PollFailure>> {
  const answer = await sendHttp({
    method: "GET",
    url: question.url,
    headers: { Authorization: question.authorization, Accept: "application/json" },
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
  });
  if (!answer.ok) return fail(answer.code);
  const { status, body } = answer.value;
  if (status === 401 || status === 403) return fail("provider_refused");
  if (status === 429 || status >= 500) return fail("provider_busy");
  // Version 1 of SePay's API answers 200 with nothing to a token that it does not know.
  if (status === 200 && body.trim() === "") return fail("provider_refused");
  const payload = status === 200 ? parseNoticeJson(body) : null;
  return payload === null ? fail("answer_unreadable") : succeed(payload);
}
