import type { RequestFault } from "../control/faults";
import { newId } from "../state/ids";
import type { World } from "../state/world";
import { answerError, answerWith, type Answer } from "./answer";
import { authorize } from "./authorize";
import { expand } from "./expand";
import { readForm, type RawParams } from "./form-body";
import { findRoute, type Ready } from "./routes";
import { StripeError } from "./stripe-error";
import { API_VERSION } from "./version";

export type ApiRequest = {
  method: string;
  path: string;
  /** Of a GET the query, of a POST the body. */
  form: string;
  authorization: string | undefined;
  idempotencyKey: string | undefined;
  stripeVersion: string | undefined;
  stripeAccount: string | undefined;
};

/** What the door does with a request: an answer, now or later, or a connection that breaks or stays silent. */
export type ApiOutcome =
  | { kind: "answer"; answer: Answer; headers: Record<string, string>; afterMs: number }
  | { kind: "reset" }
  | { kind: "silence" };

/** Carries out one request to the API, with whatever fault waits for it. */
export async function answerApi(world: World, request: ApiRequest): Promise<ApiOutcome> {
  world.clock.runDue();
  const requestId = newId("req", 14);
  const headers: Record<string, string> = {
    "Request-Id": requestId,
    "Stripe-Version": API_VERSION,
    ...(request.idempotencyKey === undefined ? {} : { "Idempotency-Key": request.idempotencyKey }),
  };
  const reply = (answer: Answer, more: Record<string, string> = {}, afterMs = 0): ApiOutcome => ({
    kind: "answer",
    answer,
    headers: { ...headers, ...more },
    afterMs,
  });
  try {
    authorize(request.authorization);
    checkVersion(request.stripeVersion);
    checkAccount(request.stripeAccount);
    const ready = read(request);
    const fault = world.faults.takeForRequest(request.method, request.path);
    if (fault?.kind === "reset_before_commit") return { kind: "reset" };
    if (fault?.kind === "error" && !fault.stored) return reply(injectedError(fault.status));
    const key = request.method === "POST" ? request.idempotencyKey : undefined;
    const kept = key === undefined ? undefined : claim(world, request, key);
    if (kept) return reply(kept, { "Idempotent-Replayed": "true" });
    if (fault?.kind === "slow_start") await pause(fault.ms);
    const answer =
      fault?.kind === "error"
        ? injectedError(fault.status)
        : execute(world, ready, { id: requestId, key });
    if (key !== undefined) world.idempotency.keep(key, answer);
    return withFault(fault, answer, reply);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return reply(answerError(error.status, error.body));
  }
}

function withFault(
  fault: RequestFault | undefined,
  answer: Answer,
  reply: (answer: Answer, more: Record<string, string>, afterMs: number) => ApiOutcome,
): ApiOutcome {
  if (fault?.kind === "reset_after_commit") return { kind: "reset" };
  if (fault?.kind === "time_out") return { kind: "silence" };
  return reply(answer, {}, fault?.kind === "late_answer" ? fault.ms : 0);
}

function read(request: ApiRequest): Ready {
  const found = findRoute(request.method, request.path);
  if (!found) {
    throw new StripeError(
      404,
      {
        type: "invalid_request_error",
        message: `Unrecognized request URL (${request.method}: ${request.path}): not in this mock, which is a stand-in and not Stripe.`,
      },
      true,
    );
  }
  return found.route.read(readForm(request.form), found.id);
}

function claim(world: World, request: ApiRequest, key: string): Answer | undefined {
  const params = JSON.stringify(sorted(readForm(request.form)));
  return world.idempotency.claim({ key, endpoint: request.path, params });
}

/** The same parameters in another order are the same. */
function sorted(params: RawParams): unknown {
  return Object.entries(params)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, typeof value === "string" ? value : sorted(value)]);
}

/** All of it happens at once: nobody sees a payment half made. */
function execute(
  world: World,
  ready: Ready,
  cause: { id: string; key: string | undefined },
): Answer {
  world.clock.runDue();
  world.cause = { id: cause.id, idempotency_key: cause.key ?? null };
  try {
    return answerWith(expand(world, ready.run(world), ready.expand));
  } catch (error) {
    const isOurs = error instanceof StripeError;
    if (isOurs && !error.isBeforeExecution) return answerError(error.status, error.body);
    if (cause.key !== undefined) world.idempotency.forget(cause.key);
    throw error;
  } finally {
    world.cause = { id: null, idempotency_key: null };
  }
}

function checkVersion(version: string | undefined): void {
  if (version === undefined || version === API_VERSION) return;
  throw new StripeError(
    400,
    {
      type: "invalid_request_error",
      message: `Version ${version} is not in this mock, only ${API_VERSION} is.`,
    },
    true,
  );
}

function checkAccount(account: string | undefined): void {
  if (account === undefined) return;
  const message = `Account ${account}: connected accounts are not in this mock.`;
  throw new StripeError(403, { type: "invalid_request_error", message }, true);
}

function injectedError(status: 429 | 500 | 503): Answer {
  if (status === 429) {
    const message = "Request rate limit exceeded. (A fault of the mock's.)";
    return answerError(429, { type: "rate_limit_error", code: "rate_limit", message });
  }
  return answerError(status, {
    type: "api_error",
    message: "An error occurred. (A fault of the mock's.)",
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
