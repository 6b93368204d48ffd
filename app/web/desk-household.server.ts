import { findDeskHousehold } from "~/domain/households/queries.server";
import type { DoorArgs, Entry } from "./guard.server";
import { notFound } from "./http-errors";

/** The household of a desk's page: the one that the address names, or the person's first. 404 where there is none. */
export async function ownHousehold(args: DoorArgs, { scope }: Entry) {
  const household = await findDeskHousehold(scope, deskQuery(args).household ?? null);
  if (!household) throw notFound();
  return household;
}

/** What of the address names the household, for the page that an action leads on to. */
export function deskQuery(args: DoorArgs): { household?: string } {
  const household = new URL(args.request.url).searchParams.get("household");
  return household === null ? {} : { household };
}
