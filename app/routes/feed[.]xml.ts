import type { LoaderFunctionArgs } from "@remix-run/node";
import { listNewest } from "~/domain/catalog/queries-found.server";
import { atomFeed } from "~/ui/catalog/atom-feed";
import { translatorFor } from "~/web/i18n";
import { languageOf } from "~/web/guard.server";
import { originOf } from "~/web/origin.server";
import { xmlResponse } from "~/web/xml";

const ENTRIES_MAX = 50;

/** The newest products, for feed readers and for who collects what the province sells. */
export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const site = { origin: originOf(args.request), language, t: translatorFor(language) };
  const entries = await listNewest(ENTRIES_MAX, language);
  return xmlResponse(atomFeed(site, entries), "application/atom+xml");
}
