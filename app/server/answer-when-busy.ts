import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { DatabaseBusyError } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { serviceUnavailable } from "~/web/http-errors";

type Route = NonNullable<ServerBuild["routes"][string]>;

/** The same build, in which a door that finds the database busy throws a 503 and not a bug. */
export function answerWhenBusy(build: ServerBuild): ServerBuild {
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
    ...(loader ? { loader: (args) => unlessBusy(args, () => loader(args)) } : {}),
    ...(action ? { action: (args) => unlessBusy(args, () => action(args)) } : {}),
  };
}

async function unlessBusy<Value>(
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
  answer: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof DatabaseBusyError)) throw error;
    logger.warn("database busy", {
      reference: context.reference,
      method: request.method,
      path: new URL(request.url).pathname,
    });
    throw serviceUnavailable();
  }
}
