import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Problem, ProblemCode } from "~/domain/opendata/schemas";
import { recogniseDataKey } from "~/domain/identity/recognise-data-key.server";
import { MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { languageOf } from "./guard.server";
import { retryAfter } from "./http-errors";
import { translatorFor } from "./i18n";
import { originOf } from "./origin.server";
import { paths } from "./paths";

const requestsOfKey = createRateLimit({ limit: 120, windowMs: MINUTE_MS });
/** Of those without a key that opens anything: whoever guesses is slow. */
const refusals = createRateLimit({ limit: 30, windowMs: 10 * MINUTE_MS });

/** Lets in whoever brings a key of the read API that is good today, and not too often; throws a problem else. */
export async function requireDataKey(args: LoaderFunctionArgs): Promise<void> {
  const header = args.request.headers.get("Authorization");
  const key = await recogniseDataKey(header);
  const waitMs = key ? requestsOfKey.take(key.id) : refusals.take(args.context.clientNetwork);
  if (waitMs > 0) {
    throw problem(args, { code: "too_many_requests", status: 429, headers: retryAfter(waitMs) });
  }
  if (key) return;
  const challenge = `Bearer realm="data"${header === null ? "" : ', error="invalid_token"'}`;
  throw problem(args, {
    code: header === null ? "key_missing" : "key_refused",
    status: 401,
    headers: { "WWW-Authenticate": challenge },
  });
}

/** The API is read alone. */
export function refuseMethod(args: ActionFunctionArgs): Response {
  const headers = { Allow: "GET, HEAD" };
  return problem(args, { code: "method_not_allowed", status: 405, headers });
}

/** What the address asks for, by its schema; throws a problem that names each parameter that is wrong. */
export function readQuery<Schema extends z.ZodType>(
  args: LoaderFunctionArgs,
  schema: Schema,
): z.output<Schema> {
  const asked = new URL(args.request.url).searchParams;
  const names = [...asked.keys()];
  const repeated = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
  const read = schema.safeParse(Object.fromEntries(asked));
  if (read.success && repeated.length === 0) return read.data;
  const errors = [
    ...repeated.map((field) => ({ field, code: "parameter_repeated" })),
    ...(read.error?.issues ?? []).flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((field) => ({ field, code: "parameter_unknown" }))
        : [{ field: String(issue.path[0] ?? ""), code: issue.message }],
    ),
  ];
  throw problem(args, { code: "query_invalid", status: 400, errors });
}

type Refused = {
  code: ProblemCode;
  status: number;
  headers?: Record<string, string>;
  errors?: { field: string; code: string }[];
};

/** RFC 9457, in the language of the address. */
function problem(
  args: LoaderFunctionArgs,
  { code, status, headers = {}, errors }: Refused,
): Response {
  const language = languageOf(args, null);
  const t = translatorFor(language);
  const body: Problem = {
    type: `${originOf(args.request)}${paths.openData(language)}#problem-${code}`,
    title: t(`opendata.problem_${code}`),
    status,
    code,
    detail: t(`opendata.detail_${code}`),
    ...(errors ? { errors } : {}),
  };
  return Response.json(body, {
    status,
    headers: {
      ...headers,
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
    },
  });
}

/** An answer for a holder of a key alone. */
export function keyedAnswer(body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { headers: { ...headers, "Cache-Control": "private, no-cache" } });
}

/** An answer for everybody. */
export function openAnswer(body: object): Response {
  return Response.json(body, {
    headers: { "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*" },
  });
}
