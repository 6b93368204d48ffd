import { isLinkKey, type LinkedThing } from "~/domain/identity/link-key.server";
import type { DoorArgs } from "./guard.server";
import { notFound } from "./http-errors";

/** The contract of this address, opened by its buyer's key; 404 without. */
export function contractOf(args: DoorArgs): { code: string; key: string } {
  return linkOf(args, "contract", args.params["contractCode"]);
}

/** The same of a pre-order. */
export function preorderOf(args: DoorArgs): { code: string; key: string } {
  return linkOf(args, "preorder", args.params["preorderCode"]);
}

function linkOf({ request }: DoorArgs, thing: LinkedThing, code = "") {
  const key = new URL(request.url).searchParams.get("key") ?? "";
  if (!isLinkKey(thing, { code, key })) throw notFound();
  return { code, key };
}
