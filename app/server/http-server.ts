import type { ServerBuild } from "@remix-run/node";
import { createServer, type Server } from "node:http";
import { settings, SettingsError } from "~/platform/env.server";
import { errorFields, logger } from "~/platform/logger.server";
import { HOUR_MS } from "~/platform/period";
import { setServerAddress } from "~/platform/server-address.server";
import { createAnswer } from "./handle-request";
import { createStaticFiles } from "./static-files";

const SECOND_MS = 1_000;

/** Listens; answers the server and its origin on this machine. Throws `SettingsError` when HOST or PORT cannot be used. */
export async function listen(options: {
  build: ServerBuild;
  clientFolder: string;
}): Promise<{ server: Server; origin: string }> {
  const answer = createAnswer(options.build, options.clientFolder);
  const files = createStaticFiles(options.clientFolder);
  const server = createServer((request, response) => {
    files(request, response, () => {
      answer(request, response).catch((error: unknown) => {
        logger.error("answer failed", errorFields(error));
        response.destroy();
      });
    });
  });
  // A sender that dawdles holds a socket, not the shop.
  server.headersTimeout = 15 * SECOND_MS;
  server.requestTimeout = HOUR_MS; // a photo over a slow line; who dawdles is cut off before (`isOnPace`)
  server.keepAliveTimeout = 65 * SECOND_MS; // longer than the usual proxy's
  server.maxHeadersCount = 100;
  const port = await listening(server);
  const origin = `http://${printable(settings().HOST)}:${port}`;
  setServerAddress(origin);
  return { server, origin };
}

function listening(server: Server): Promise<number> {
  const { PORT, HOST } = settings();
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const sentence = sentenceFor(error.code ?? "");
      reject(sentence === null ? error : new SettingsError(sentence, { cause: error }));
    });
    server.listen(PORT, HOST, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : PORT);
    });
  });
}

/** What to change when the system refuses HOST or PORT, or null when neither is at fault. */
function sentenceFor(code: string): string | null {
  const { PORT, HOST } = settings();
  switch (code) {
    case "EADDRINUSE":
      return `Port ${PORT} is taken: stop what uses it, or choose another, such as PORT=${PORT < 65_535 ? PORT + 1 : 3000}.`;
    case "EACCES":
      return `PORT is ${PORT}, which this account may not use: choose one from 1024 on, such as PORT=3000.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EADDRNOTAVAIL":
    case "EINVAL":
      return `HOST is ${HOST}, which is no address of this machine: set HOST=127.0.0.1, or HOST=0.0.0.0 to be reached from other machines.`;
    default:
      return null;
  }
}

function printable(host: string): string {
  if (host === "0.0.0.0" || host === "::" || host === "127.0.0.1") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/** Takes no new requests, lets running ones finish for a while, then closes. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5 * SECOND_MS).unref();
  });
}
