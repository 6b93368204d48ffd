import { redirect } from "@remix-run/node";
import { readActingFor } from "./acting-cookie.server";
import { deskSlug } from "./desk-address";
import { noConsent, type DoorArgs } from "./guard.server";
import { paths, safeReturnPath } from "./paths";

/**
 * What an agent is asked whose page is of another household than the one that they work for. Throws the way to their own
 * desk, which says why where the household is none that lets them work.
 * @param load the households of the address and of the browser; null where the first is none of the agent's
 */
export async function readActingSwitch<Households extends object>(
  args: DoorArgs,
  load: (asked: { slug: string; actingForId: string | null }) => Promise<Households | null>,
) {
  const slug = deskSlug(args);
  if (slug === null) throw redirect(paths.agentDesk(), 303);
  const loaded = await load({ slug, actingForId: readActingFor(args.request) });
  if (loaded === null) throw noConsent();
  const search = new URL(args.request.url).searchParams;
  const next = safeReturnPath(search.get("next"));
  return { ...loaded, next, send: safeDeskForm(search.get("send")) };
}

/** Where a form that was held goes on to: a door of a household's desk; null for anything else. */
export function safeDeskForm(text: string | null): string | null {
  const path = safeReturnPath(text);
  return path !== null && /^\/household(?:[/?]|$)/.test(path) ? path : null;
}
