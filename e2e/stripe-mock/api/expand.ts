import type { World } from "../state/world";
import { invalidParameter } from "./stripe-error";

export type ObjectKind =
  | "account"
  | "balance"
  | "balance_transaction"
  | "charge"
  | "checkout.session"
  | "customer"
  | "dispute"
  | "event"
  | "line_item"
  | "payment_intent"
  | "refund";

/** Which fields of which object hold the id of another that may be put in its place, and what that is. */
const EXPANDABLE: Partial<Record<ObjectKind, Record<string, ObjectKind>>> = {
  "checkout.session": {
    payment_intent: "payment_intent",
    customer: "customer",
    line_items: "line_item",
  },
  payment_intent: { latest_charge: "charge", customer: "customer" },
  charge: {
    payment_intent: "payment_intent",
    balance_transaction: "balance_transaction",
    customer: "customer",
    refunds: "refund",
  },
  refund: {
    charge: "charge",
    payment_intent: "payment_intent",
    balance_transaction: "balance_transaction",
    failure_balance_transaction: "balance_transaction",
  },
  dispute: { charge: "charge", payment_intent: "payment_intent" },
  balance_transaction: { source: "charge" },
};

/** Lists that are part of an object only when asked for, and are gone through by `data`. */
const LISTS = new Set(["line_items", "refunds"]);
const DEEPEST = 4;
const MOST_IN_LIST = 10;

type Thing = Record<string, unknown>;

/** Refuses what cannot be expanded, before anything is done. */
export function checkExpand(
  paths: string[] | undefined,
  answers: { kind: ObjectKind; isList: boolean },
): void {
  for (const [index, path] of (paths ?? []).entries()) {
    const param = `expand[${index}]`;
    const parts = path.split(".");
    if (parts.length > DEEPEST) {
      const message = `You cannot expand more than ${DEEPEST} levels of a property. Property: ${path}`;
      throw invalidParameter(param, message);
    }
    if (answers.isList && parts.shift() !== "data") throw notExpandable(path, param);
    if (parts.length === 0) throw notExpandable(path, param);
    checkPath(parts, answers.kind, () => notExpandable(path, param));
  }
}

function checkPath(parts: string[], kind: ObjectKind, refusal: () => Error): void {
  const [part = "", ...rest] = parts;
  const next = EXPANDABLE[kind]?.[part];
  if (next === undefined) throw refusal();
  const inner = LISTS.has(part) && rest[0] === "data" ? rest.slice(1) : rest;
  if (inner.length > 0) checkPath(inner, next, refusal);
}

function notExpandable(path: string, param: string): Error {
  return invalidParameter(
    param,
    `This property cannot be expanded (${path}), or not in this mock.`,
  );
}

/** A copy of what is answered, with the asked-for objects in place of their ids. */
export function expand(world: World, answer: object, paths: string[] | undefined): object {
  const copy = structuredClone(answer) as Thing;
  for (const path of paths ?? []) expandWithin(world, copy, path.split("."));
  return copy;
}

function expandWithin(world: World, thing: Thing, parts: string[]): void {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (part === "data" && Array.isArray(thing["data"])) {
    for (const one of thing["data"] as Thing[]) expandWithin(world, one, rest);
    return;
  }
  thing[part] = found(world, thing, part);
  const next = thing[part];
  if (typeof next === "object" && next !== null) expandWithin(world, next as Thing, rest);
}

function found(world: World, thing: Thing, part: string): unknown {
  const value = thing[part];
  // Already put there by a path with the same beginning.
  if (typeof value === "object") return value;
  const id = String(thing["id"]);
  if (part === "line_items") {
    const session = world.sessions.find(id);
    const data = session ? (world.lineItemsOf.get(session) ?? []) : [];
    return listWithin(data, `/v1/checkout/sessions/${id}/line_items`);
  }
  if (part === "refunds") {
    const data = world.refunds.newestFirst().filter((refund) => refund.charge === id);
    return listWithin(data, `/v1/charges/${id}/refunds`);
  }
  return typeof value === "string" ? structuredClone(findAnything(world, value) ?? value) : value;
}

function listWithin(data: object[], url: string) {
  const has_more = data.length > MOST_IN_LIST;
  return { object: "list", data: structuredClone(data.slice(0, MOST_IN_LIST)), has_more, url };
}

function findAnything(world: World, id: string): object | undefined {
  return (
    world.paymentIntents.find(id) ??
    world.charges.find(id) ??
    world.refunds.find(id) ??
    world.disputes.find(id) ??
    world.customers.find(id) ??
    world.balanceTransactions.find(id)
  );
}
