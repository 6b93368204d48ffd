import { powerOfKey, type LinkedThing } from "~/domain/identity/link-key.server";
import type { DoorArgs } from "./guard.server";
import { forbidden, notFound } from "./http-errors";

type Link = {
  code: string;
  key: string;
  /** False: found by number and phone, which the seller knows too; it shows and does nothing. */
  mayAct: boolean;
};

/** The contract of this address, opened by its key; 404 without. */
export function contractOf(args: DoorArgs): Link {
  return linkOf(args, "contract", args.params["contractCode"]);
}

/** The same of a pre-order. */
export function preorderOf(args: DoorArgs): Link {
  return linkOf(args, "preorder", args.params["preorderCode"]);
}

/** The same of a checkout. `order` is one of its orders, where the address names one. */
export function checkoutOf(args: DoorArgs): Link & { order: string } {
  const order = new URL(args.request.url).searchParams.get("order") ?? "";
  return { ...linkOf(args, "order", args.params["orderCode"]), order };
}

/** For doors that do something in the buyer's name: 403 for a link that only shows. */
export function acting<L extends Link>(link: L): L {
  if (!link.mayAct) throw forbidden();
  return link;
}

function linkOf({ request }: DoorArgs, thing: LinkedThing, code = ""): Link {
  const key = new URL(request.url).searchParams.get("key") ?? "";
  const power = powerOfKey(thing, { code, key });
  if (power === null) throw notFound();
  return { code, key, mayAct: power === "act" };
}
