import { redirect } from "@remix-run/node";
import { deskQuery } from "./desk-address";
import type { DoorArgs } from "./guard.server";
import { orNotFound } from "./http-errors";
import { paths } from "./paths";

/** As `orNotFound`, of a certificate; one that was taken away, in another tab maybe, throws the way to the list, which says so. */
export function orRemoved<Value extends object>(
  args: DoorArgs,
  found: Value | "removed" | null,
): Value {
  if (found !== "removed") return orNotFound(found);
  const query = { ...deskQuery(args), problem: "certificate_removed" };
  throw redirect(paths.certificates(query), 303);
}
