import type { z } from "zod";
import { retrieveAccount, RETRIEVE_ACCOUNT } from "../resources/account";
import * as balance from "../resources/balance";
import * as charges from "../resources/charges";
import * as sessionParams from "../resources/checkout-session-params";
import * as sessions from "../resources/checkout-sessions";
import * as customers from "../resources/customers";
import * as disputes from "../resources/disputes";
import * as events from "../resources/events";
import * as intentParams from "../resources/payment-intent-params";
import * as intents from "../resources/payment-intents";
import * as refunds from "../resources/refunds";
import type { World } from "../state/world";
import { checkExpand, type ObjectKind } from "./expand";
import type { RawParams } from "./form-body";
import { readParams } from "./params";

/** A request whose parameters were read: nothing has happened yet. */
export type Ready = { expand: string[] | undefined; run: (world: World) => object };
export type Route = {
  method: "GET" | "POST";
  pattern: RegExp;
  read: (raw: RawParams, id: string) => Ready;
};

type WithExpand = { expand?: string[] | undefined };

const routes: Route[] = [];

type Address = { method: "GET" | "POST"; path: string; kind: ObjectKind; isList: boolean };

/** All that this mock answers to; `:id` is the one part of a path that varies. */
function route<Params extends WithExpand>(
  { method, path, ...answers }: Address,
  shape: z.ZodType<Params>,
  run: (world: World, id: string, params: Params) => object,
): void {
  routes.push({
    method,
    pattern: new RegExp(`^${path.replace(":id", "([^/]+)")}$`),
    read: (raw, id) => {
      const params = readParams(shape, raw);
      checkExpand(params.expand, answers);
      return { expand: params.expand, run: (world) => run(world, id, params) };
    },
  });
}

const get = (path: string, kind: ObjectKind): Address => ({
  method: "GET",
  path,
  kind,
  isList: false,
});
const list = (path: string, kind: ObjectKind): Address => ({
  method: "GET",
  path,
  kind,
  isList: true,
});
const post = (path: string, kind: ObjectKind): Address => ({
  method: "POST",
  path,
  kind,
  isList: false,
});

route(get("/v1/account", "account"), RETRIEVE_ACCOUNT, (world) => retrieveAccount(world));
route(get("/v1/balance", "balance"), balance.RETRIEVE_BALANCE, (world) =>
  balance.retrieveBalance(world),
);
route(
  list("/v1/balance_transactions", "balance_transaction"),
  balance.LIST_BALANCE_TRANSACTIONS,
  (world, _id, params) => balance.listBalanceTransactions(world, params),
);
route(
  get("/v1/balance_transactions/:id", "balance_transaction"),
  balance.RETRIEVE_BALANCE_TRANSACTION,
  (world, id) => balance.retrieveBalanceTransaction(world, id),
);
route(list("/v1/charges", "charge"), charges.LIST_CHARGES, (world, _id, params) =>
  charges.listCharges(world, params),
);
route(get("/v1/charges/:id", "charge"), charges.RETRIEVE_CHARGE, (world, id) =>
  charges.retrieveCharge(world, id),
);
route(
  post("/v1/checkout/sessions", "checkout.session"),
  sessionParams.CREATE_SESSION,
  (world, _id, params) => sessions.createSession(world, params),
);
route(
  list("/v1/checkout/sessions", "checkout.session"),
  sessionParams.LIST_SESSIONS,
  (world, _id, params) => sessions.listSessions(world, params),
);
route(
  get("/v1/checkout/sessions/:id", "checkout.session"),
  sessionParams.RETRIEVE_SESSION,
  (world, id) => sessions.retrieveSession(world, id),
);
route(
  post("/v1/checkout/sessions/:id/expire", "checkout.session"),
  sessionParams.EXPIRE_SESSION,
  (world, id) => sessions.expireSession(world, id),
);
route(post("/v1/customers", "customer"), customers.CREATE_CUSTOMER, (world, _id, params) =>
  customers.createCustomer(world, params),
);
route(get("/v1/customers/:id", "customer"), customers.RETRIEVE_CUSTOMER, (world, id) =>
  customers.retrieveCustomer(world, id),
);
route(get("/v1/disputes/:id", "dispute"), disputes.RETRIEVE_DISPUTE, (world, id) =>
  disputes.retrieveDispute(world, id),
);
route(list("/v1/events", "event"), events.LIST_EVENTS, (world, _id, params) =>
  events.listEvents(world, params),
);
route(get("/v1/events/:id", "event"), events.RETRIEVE_EVENT, (world, id) =>
  events.retrieveEvent(world, id),
);
route(
  post("/v1/payment_intents", "payment_intent"),
  intentParams.CREATE_PAYMENT_INTENT,
  (world, _id, params) => intents.createPaymentIntent(world, params),
);
route(
  get("/v1/payment_intents/:id", "payment_intent"),
  intentParams.RETRIEVE_PAYMENT_INTENT,
  (world, id) => intents.retrievePaymentIntent(world, id),
);
route(
  post("/v1/payment_intents/:id/confirm", "payment_intent"),
  intentParams.CONFIRM_PAYMENT_INTENT,
  (world, id, params) => intents.confirmPaymentIntent(world, id, params),
);
route(
  post("/v1/payment_intents/:id/cancel", "payment_intent"),
  intentParams.CANCEL_PAYMENT_INTENT,
  (world, id, params) => intents.cancelPaymentIntent(world, id, params),
);
route(post("/v1/refunds", "refund"), refunds.CREATE_REFUND, (world, _id, params) =>
  refunds.createRefund(world, params),
);
route(list("/v1/refunds", "refund"), refunds.LIST_REFUNDS, (world, _id, params) =>
  refunds.listRefunds(world, params),
);
route(get("/v1/refunds/:id", "refund"), refunds.RETRIEVE_REFUND, (world, id) =>
  refunds.retrieveRefund(world, id),
);

export function findRoute(method: string, path: string): { route: Route; id: string } | undefined {
  for (const one of routes) {
    const match = one.method === method ? one.pattern.exec(path) : null;
    // An id of Stripe's needs no encoding: one that has it is none.
    if (match) return { route: one, id: match[1] ?? "" };
  }
  return undefined;
}
