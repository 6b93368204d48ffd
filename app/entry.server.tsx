import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { errorFields, logger } from "~/platform/logger.server";
import { UNKNOWN_SITE, type Site } from "~/ui/site";
import { giveFoundData } from "~/web/found-data.server";
import { showLanguages } from "~/web/mark-language";
import { textResponse } from "~/web/text-response.server";
import { loader as loadSite } from "./root";

/** No page hydrates, so the whole document is made in one go. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { loaderData } = context.staticHandlerContext;
  giveFoundData(loaderData, loadContext);
  // Below no boundary but the root's, Remix calls no loader when a form failed; nor is there a site when its loader did.
  loaderData["root"] ??= await siteFor({ request, context: loadContext, params: {} });
  const html = showLanguages(renderToString(<RemixServer context={context} url={request.url} />));
  headers.set("Content-Type", "text/html; charset=utf-8");
  return textResponse(`<!DOCTYPE html>${html}`, { status, headers });
}

/** What the page of a failure needs at the least is in the address: the language, and the reference in the log. */
async function siteFor(args: LoaderFunctionArgs): Promise<Site> {
  const { addressLanguage: language, reference } = args.context;
  return loadSite(args).catch(() => ({ ...UNKNOWN_SITE, language, reference }));
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
