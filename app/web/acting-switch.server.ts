import { redirect } from "@remix-run/node";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { readActingFor } from "./acting-cookie.server";
import { deskSlug } from "./desk-address";
import type { DoorArgs } from "./guard.server";
import { paths, safeReturnPath } from "./paths";

/** What an agent is asked whose page is of another household than the one that they work for. Throws a way back where it is none of theirs. */
export async function readActingSwitch(args: DoorArgs, scope: Scope) {
  const slug = deskSlug(args);
  const wanted = slug === null ? null : await findDeskHousehold(scope, slug);
  if (wanted === null) throw redirect(paths.agentDesk(), 303);
  const id = readActingFor(args.request);
  const current =
    id === null || !isInScope(scope, id)
      ? null
      : await findDeskHousehold({ kind: "households", householdIds: [id] }, null);
  const search = new URL(args.request.url).searchParams;
  const next = safeReturnPath(search.get("next"));
  return { wanted, current, next, send: safeDeskForm(search.get("send")) };
}

/** Where a form that was held goes on to: a door of a household's desk; null for anything else. */
export function safeDeskForm(text: string | null): string | null {
  const path = safeReturnPath(text);
  return path !== null && /^\/household(?:[/?]|$)/.test(path) ? path : null;
}
