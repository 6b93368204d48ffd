import { redirect } from "@remix-run/node";
import { isBuyerGone, type BuyersThing } from "~/domain/identity/queries-gone.server";
import { powerOfKey } from "~/domain/identity/link-key.server";
import { reader } from "~/platform/db.server";
import { languageOf, type DoorArgs } from "./guard.server";
import { forbidden, notFound } from "./http-errors";
import { paths } from "./paths";

type Link = {
  code: string;
  key: string;
  /** False: it shows and does nothing, because of what follows, or as found by number and phone, which the seller knows too. */
  mayAct: boolean;
  /** Who bought it has deleted their account. */
  isBuyerGone: boolean;
  /** The page that it opens. */
  page: string;
};

/** The contract of this address, opened by its key; 404 without. */
export function contractOf(args: DoorArgs): Promise<Link> {
  return linkOf(args, { thing: "contract", code: args.params["contractCode"] ?? "" });
}

/** The same of a pre-order. */
export function preorderOf(args: DoorArgs): Promise<Link> {
  return linkOf(args, { thing: "preorder", code: args.params["preorderCode"] ?? "" });
}

/** The same of a checkout. `order` is one of its orders, where the address names one. */
export async function checkoutOf(args: DoorArgs): Promise<Link & { order: string }> {
  const order = new URL(args.request.url).searchParams.get("order") ?? "";
  return {
    ...(await linkOf(args, { thing: "order", code: args.params["orderCode"] ?? "" })),
    order,
  };
}

/**
 * For doors that do something in the buyer's name: 403 for a link that only shows. Where the buyer is gone it leads to the
 * page, which says so.
 */
export async function acting<L extends Link>(opened: Promise<L>): Promise<L> {
  const link = await opened;
  if (link.isBuyerGone) throw redirect(link.page, 303);
  if (!link.mayAct) throw forbidden();
  return link;
}

async function linkOf(args: DoorArgs, of: BuyersThing): Promise<Link> {
  const key = new URL(args.request.url).searchParams.get("key") ?? "";
  const { thing, code } = of;
  const link = { code, key };
  const power = powerOfKey(thing, link);
  if (power === null) throw notFound();
  const isGone = await isBuyerGone(reader(), of);
  const language = languageOf(args, null);
  const pages = {
    order: () => paths.order(language, code, key),
    contract: () => paths.contract(language, link),
    preorder: () => paths.preorder(language, link),
  };
  return { ...link, mayAct: power === "act" && !isGone, isBuyerGone: isGone, page: pages[thing]() };
}
