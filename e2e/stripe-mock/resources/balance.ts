import type Stripe from "stripe";
import { z } from "zod";
import { isWithin, pageOf } from "../api/list-pages";
import { absent, currency, expandable, pageParams, range, text } from "../api/params";
import { noSuchThing } from "../api/stripe-error";
import { newId } from "../state/ids";
import type { World } from "../state/world";

/** Made up, near what Stripe takes: 3.4 % and 8,500 đ of a charge, 390,000 đ of a dispute. */
const CHARGE_FEE_PER_MILLE = 34;
const CHARGE_FEE_FIXED_VND = 8_500;
export const DISPUTE_FEE_VND = 390_000;
/** One US dollar, for an account that settles in dollars and for the least amount that may be charged. */
export const VND_PER_USD = 26_000;
const DAYS_UNTIL_AVAILABLE = 7;

type Movement = {
  amountVnd: number;
  feeVnd: number;
  source: string;
  type: Stripe.BalanceTransaction.Type;
  reportingCategory: string;
  description: string | null;
};

export function chargeFeeVnd(amountVnd: number): number {
  return Math.round((amountVnd * CHARGE_FEE_PER_MILLE) / 1000) + CHARGE_FEE_FIXED_VND;
}

/** Moves money on the account's balance, in the currency in which the account settles. */
export function moveBalance(world: World, movement: Movement): Stripe.BalanceTransaction {
  const isUsd = world.settlementCurrency === "usd";
  const settle = (vnd: number) => (isUsd ? Math.round((vnd * 100) / VND_PER_USD) : vnd);
  const amount = settle(movement.amountVnd);
  const fee = settle(movement.feeVnd);
  const created = world.clock.seconds();
  const feeDetail: Stripe.BalanceTransaction.FeeDetail = {
    amount: fee,
    application: null,
    currency: world.settlementCurrency,
    description: "Stripe processing fees",
    type: "stripe_fee",
  };
  return world.balanceTransactions.put({
    id: newId("txn"),
    object: "balance_transaction",
    amount,
    available_on: created + DAYS_UNTIL_AVAILABLE * 86_400,
    balance_type: "payments",
    created,
    currency: world.settlementCurrency,
    description: movement.description,
    // Of a zero-decimal currency to one with cents, as Stripe gives it: units to units.
    exchange_rate: isUsd ? 1 / VND_PER_USD : null,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail],
    net: amount - fee,
    reporting_category: movement.reportingCategory,
    source: movement.source,
    status: "pending",
    type: movement.type,
  } satisfies Stripe.BalanceTransaction);
}

export const RETRIEVE_BALANCE = z.strictObject({
  ...expandable,
} satisfies Record<keyof Stripe.BalanceRetrieveParams, z.ZodType>);

export function retrieveBalance(world: World): Stripe.Balance {
  const now = world.clock.seconds();
  const sums = { available: 0, pending: 0 };
  for (const transaction of world.balanceTransactions.newestFirst()) {
    sums[transaction.available_on <= now ? "available" : "pending"] += transaction.net;
  }
  const of = (amount: number) => ({
    amount,
    currency: world.settlementCurrency,
    source_types: { card: amount },
  });
  return {
    object: "balance",
    available: [of(sums.available)],
    livemode: false,
    pending: [of(sums.pending)],
  } satisfies Stripe.Balance;
}

export const RETRIEVE_BALANCE_TRANSACTION = z.strictObject({
  ...expandable,
} satisfies Record<keyof Stripe.BalanceTransactionRetrieveParams, z.ZodType>);

export function retrieveBalanceTransaction(world: World, id: string): Stripe.BalanceTransaction {
  const transaction = world.balanceTransactions.find(id);
  if (!transaction) throw noSuchThing("balance transaction", id);
  return withStatus(world, transaction);
}

export const LIST_BALANCE_TRANSACTIONS = z.strictObject({
  ...pageParams,
  created: range().optional(),
  currency: currency().or(z.literal("usd")).optional(),
  source: text().optional(),
  type: text().optional(),
  ...absent("payout"),
} satisfies Record<keyof Stripe.BalanceTransactionListParams, z.ZodType>);

export function listBalanceTransactions(
  world: World,
  params: z.output<typeof LIST_BALANCE_TRANSACTIONS>,
): Stripe.ApiList<Stripe.BalanceTransaction> {
  const fitting = world.balanceTransactions
    .newestFirst()
    .filter((one) => isWithin(params.created, one.created))
    .filter((one) => params.currency === undefined || one.currency === params.currency)
    .filter((one) => params.source === undefined || one.source === params.source)
    .filter((one) => params.type === undefined || one.type === params.type)
    .map((one) => withStatus(world, one));
  return pageOf("/v1/balance_transactions", fitting, params);
}

function withStatus(world: World, one: Stripe.BalanceTransaction): Stripe.BalanceTransaction {
  const status = one.available_on <= world.clock.seconds() ? "available" : "pending";
  return { ...one, status };
}
