import { z } from "zod";
import { sendHttp } from "~/platform/http-client.server";
import { logger } from "~/platform/logger.server";
import type { Delivery } from "../channel";

export type EsmsAccount = { base: string; apiKey: string; secretKey: string };

const answerBody = z.object({ CodeResult: z.union([z.string(), z.number()]).transform(String) });

/** Taken, and taken before: its RequestId keeps the same message from going out twice within a day. */
const TAKEN = ["100", "124"];

/**
 * One request to eSMS, as its pages for developers describe it (developers.esms.vn, as of 11/2026): JSON by POST, and
 * an answer whose `CodeResult` says what became of it, whatever the HTTP status. Not tried against the real service:
 * we have no account. Its codes for a wrong key, no money, an unknown brandname or template and a bad number all mean
 * that the same request would fail again; the code is logged for whoever runs this, the request is not.
 */
export async function askEsms(
  account: EsmsAccount,
  method: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Delivery> {
  const { base, apiKey, secretKey } = account;
  const answer = await sendHttp({
    method: "POST",
    url: `${base}/${method}/`,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ApiKey: apiKey, SecretKey: secretKey, ...body }),
  });
  if (!answer.ok || answer.value.status >= 500 || answer.value.status === 429) {
    return { kind: "unsure" };
  }
  const code = codeOf(answer.value.body);
  if (code !== null && TAKEN.includes(code)) return { kind: "taken" };
  logger.warn("eSMS refused a message", { method, code, status: answer.value.status });
  return { kind: "refused", cause: "refused" };
}

function codeOf(body: string): string | null {
  try {
    const read = answerBody.safeParse(JSON.parse(body));
    return read.success ? read.data.CodeResult : null;
  } catch {
    return null;
  }
}
