import type { ActionFunctionArgs } from "@remix-run/node";
import type { MutationReply } from "~/web/mutation-reply";

let asked = 0;

type Sent = {
  form?: Record<string, string>;
  cookie?: string;
  params?: Record<string, string>;
  headers?: Record<string, string>;
};
/** What a door is asked with, each time from another network. */
export function args(path: string, { form, cookie, params = {}, headers = {} }: Sent = {}) {
  asked += 1;
  const request = new Request(`http://localhost${path}`, {
    method: form ? "POST" : "GET",
    headers: cookie ? { ...headers, Cookie: cookie } : headers,
    body: form ? new URLSearchParams(form) : null,
  });
  const context = {
    addressLanguage: "vi",
    visiblePath: path,
    clientNetwork: `198.51.100.${asked}`,
    reference: "test",
  } as const;
  return { request, params, context } satisfies ActionFunctionArgs;
}

/** The answer, also one that was thrown. */
export async function responseOf(answer: Promise<unknown>): Promise<Response> {
  const result = await answer.catch((thrown: unknown) => thrown);
  if (!(result instanceof Response)) throw new Error(`no response: ${JSON.stringify(result)}`);
  return result;
}
/** What a form says that comes back. */
export async function refusalOf(answer: Promise<unknown>) {
  const result = (await answer) as { data: MutationReply; init: ResponseInit | null };
  if (result instanceof Response) throw new Error("it went through");
  return { status: result.init?.status, ...result.data };
}
/** What a browser keeps of an answer. */
export const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
