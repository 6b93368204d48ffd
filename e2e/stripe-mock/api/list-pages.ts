import type Stripe from "stripe";
import type { Range } from "./params";
import { invalidParameter } from "./stripe-error";

export type Page = {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
};

const DEFAULT_LIMIT = 10;

/** One page of things that come newest first, as Stripe pages: after or before the id of one of them. */
export function pageOf<T extends { id: string }>(
  url: string,
  things: T[],
  page: Page,
): Stripe.ApiList<T> {
  const limit = page.limit ?? DEFAULT_LIMIT;
  const place = (param: "starting_after" | "ending_before", id: string) => {
    const index = things.findIndex((thing) => thing.id === id);
    if (index < 0) throw invalidParameter(param, `No such object: '${id}'`, "resource_missing");
    return index;
  };
  if (page.ending_before !== undefined) {
    const end = place("ending_before", page.ending_before);
    const start = Math.max(0, end - limit);
    return { object: "list", data: things.slice(start, end), has_more: start > 0, url };
  }
  const start =
    page.starting_after === undefined ? 0 : place("starting_after", page.starting_after) + 1;
  const data = things.slice(start, start + limit);
  return { object: "list", data, has_more: start + limit < things.length, url };
}

export function isWithin(range: Range | undefined, created: number): boolean {
  if (!range) return true;
  const { gt, gte, lt, lte } = { gt: undefined, lt: undefined, ...range };
  return (
    (gt === undefined || created > gt) &&
    (gte === undefined || created >= gte) &&
    (lt === undefined || created < lt) &&
    (lte === undefined || created <= lte)
  );
}
