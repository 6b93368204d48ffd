import { redirect } from "@remix-run/node";
import { isBuyerGone, type BuyersThing } from "~/domain/identity/queries-gone.server";
import { powerOfKey, thingOfCode } from "~/domain/identity/link-key.server";
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

/** The same of whatever was bought, where the address names no kind. */
export async function purchaseOf(args: DoorArgs) {
  const code = args.params["purchaseCode"] ?? "";
  const thing = thingOfCode(code);
  return { ...(await linkOf(args, { thing, code })), thing };
}

/** What a page says that only shows, and where its buyer's own link can go; null for one that its buyer has opened. */
export function readingOf({ request }: DoorArgs, link: Link, phone: string | null) {
  const { code, key, mayAct, isBuyerGone: isGone } = link;
  if (mayAct) return null;
  const isSent = new URL(request.url).searchParams.get("link") === "sent";
  return { code, key, isBuyerGone: isGone, phone, isSent };
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
