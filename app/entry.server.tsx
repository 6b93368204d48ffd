import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { errorFields, logger } from "~/platform/logger.server";

/** No page hydrates, so the whole document is made in one go. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Response {
  const html = renderToString(<RemixServer context={context} url={request.url} />);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Without this export every thrown 404 would be printed; a bug is logged once, here. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || error instanceof Response) return;
  if (typeof error === "object" && error !== null && "status" in error && error.status !== 500)
    return;
  logger.error("request failed", {
    reference: context.reference,
    method: request.method,
    path: new URL(request.url).pathname,
    ...errorFields(error),
  });
}
