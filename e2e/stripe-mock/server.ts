import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerApi } from "./api/answer-api";
import { answerError } from "./api/answer";
import { answerControl } from "./control/control-door";
import { answerPage } from "./hosted/hosted-door";
import type { World } from "./state/world";

const LARGEST_BODY = 1024 * 1024;

/** On every answer, so that nobody takes this for Stripe. */
const OURS = {
  "Stripe-Mock": "a stand-in of this repository, not Stripe and not Stripe's stripe-mock",
};

export function createMockServer(world: World): Server {
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(OURS)) response.setHeader(name, value);
    response.setHeader("Cache-Control", "no-store");
    answer(world, request, response).catch((error: unknown) => {
      // A bug of the mock's: never to be mistaken for one of Stripe's answers.
      console.error(error);
      if (response.headersSent) return;
      const message = `A bug in stripe-mock: ${String(error)}`;
      sendJson(response, 500, answerError(500, { type: "api_error", message }).body);
    });
  });
}

async function answer(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname: path, search } = new URL(request.url ?? "/", "http://mock");
  const body = await readBody(request);
  if (body === undefined) {
    const message = "The body is larger than this mock reads.";
    const tooLarge = answerError(413, { type: "invalid_request_error", message });
    response.setHeader("Connection", "close");
    sendJson(response, tooLarge.status, tooLarge.body);
    return;
  }
  const method = request.method ?? "GET";
  if (path === "/_mock" || path.startsWith("/_mock/")) {
    sendControl(world, { method, path, body }, { request, response });
  } else if (path.startsWith("/c/")) {
    sendPage(world, { method, path, body }, { request, response });
  } else {
    const form = method === "GET" ? search.slice(1) : body;
    await sendApi(world, { method, path, form }, { request, response });
  }
}

type Exchange = { request: IncomingMessage; response: ServerResponse };

async function sendApi(
  world: World,
  asked: { method: string; path: string; form: string },
  { request, response }: Exchange,
): Promise<void> {
  const { headers } = request;
  const outcome = await answerApi(world, {
    ...asked,
    authorization: headers.authorization,
    idempotencyKey: single(headers["idempotency-key"]),
    stripeVersion: single(headers["stripe-version"]),
    stripeAccount: single(headers["stripe-account"]),
  });
  if (outcome.kind === "reset") {
    request.socket.resetAndDestroy();
    return;
  }
  // The connection stays open until the other side gives up, or the mock is closed.
  if (outcome.kind === "silence") return;
  if (outcome.afterMs > 0) await new Promise((resolve) => setTimeout(resolve, outcome.afterMs));
  for (const [name, value] of Object.entries(outcome.headers)) response.setHeader(name, value);
  sendJson(response, outcome.answer.status, outcome.answer.body);
}

function sendPage(
  world: World,
  asked: { method: string; path: string; body: string },
  { request, response }: Exchange,
): void {
  const { "accept-language": acceptLanguage } = request.headers;
  const answered = answerPage(world, { ...asked, acceptLanguage });
  if ("location" in answered) {
    response.writeHead(303, { Location: answered.location }).end();
    return;
  }
  // A form's target counts for what it leads on to as well, which is the shop.
  const shop = answered.formTarget == null ? "" : ` ${new URL(answered.formTarget).origin}`;
  response.writeHead(answered.status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'${shop}; base-uri 'none'; frame-ancestors 'none'`,
    "Referrer-Policy": "no-referrer",
  });
  response.end(answered.page);
}

function sendControl(
  world: World,
  asked: { method: string; path: string; body: string },
  { request, response }: Exchange,
): void {
  // No form of a web page can send this type, so no page can reach the controls of a demo that runs.
  const isJson = /^application\/json\b/.test(request.headers["content-type"] ?? "");
  if (asked.method !== "GET" && !isJson) {
    const error = "Content-Type must be application/json";
    sendJson(response, 415, JSON.stringify({ error }));
    return;
  }
  const { status, body } = answerControl(world, asked);
  sendJson(response, status, JSON.stringify(body, null, 2));
}

function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(body);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > LARGEST_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
