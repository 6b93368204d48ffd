import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { ConsentEndedError } from "~/domain/audit/consent-ended";
import { DatabaseBusyError } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { noConsent } from "~/web/guard.server";
import { serviceUnavailable } from "~/web/http-errors";

type Route = NonNullable<ServerBuild["routes"][string]>;

/**
 * The same build, in which what a command throws knowingly is an answer and not a bug: a busy database a 503, a consent
 * that has just ended what the guard answers then.
 */
export function answerThrown(build: ServerBuild): ServerBuild {
  const routes: ServerBuild["routes"] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    routes[id] = route && { ...route, module: answering(route.module) };
  }
  return { ...build, routes };
}

function answering(module: Route["module"]): Route["module"] {
  const { loader, action } = module;
  return {
    ...module,
    ...(loader ? { loader: (args) => orThrown(args, () => loader(args)) } : {}),
    ...(action ? { action: (args) => orThrown(args, () => action(args)) } : {}),
  };
}

async function orThrown<Value>(
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
  answer: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ConsentEndedError) throw noConsent();
    if (!(error instanceof DatabaseBusyError)) throw error;
    logger.warn("database busy", {
      reference: context.reference,
      method: request.method,
      path: new URL(request.url).pathname,
    });
    throw serviceUnavailable();
  }
}
