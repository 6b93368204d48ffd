import type { CardProvider } from "~/domain/payments/card-provider";
import { now } from "~/platform/clock.server";
import { DAY_MS } from "~/platform/period";
import type { CardEntry } from "./card-comparison";

/** What the card provider says that it holds for us, with what moved it. */
export type CardWord =
  | { state: "nobody" | "unreachable" | "other_currency" }
  | {
      state: "told";
      balanceVnd: number;
      asOf: number;
      /** Since when `movements` has all. */
      from: number;
      movements: CardEntry[];
    };

/** Longer than a payout takes and than any answer of the provider's is late. */
const WINDOW_MS = 35 * DAY_MS;
const TRIES = 3;

/**
 * Asks the card provider, outside of any transaction. Balance and list are two questions: they are asked again where
 * something moved between them.
 */
export async function askCardWord(provider: CardProvider | null): Promise<CardWord> {
  if (provider === null) return { state: "nobody" };
  const asOf = now();
  const from = asOf - WINDOW_MS;
  const listed = () =>
    provider.listMovements({
      from: Math.floor(from / 1_000),
      // A second more, because their clock is not ours.
      to: Math.ceil(asOf / 1_000) + 60,
    });
  let before = await listed();
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const balance = await provider.readBalance();
    const after = await listed();
    if (!before.ok || !balance.ok || !after.ok) return { state: "unreachable" };
    if (balance.value === null) return { state: "other_currency" };
    const { movements } = after.value;
    if (movements[0]?.id === before.value.movements[0]?.id) {
      return {
        state: "told",
        balanceVnd: balance.value.amountVnd,
        asOf,
        from: Math.max(from, after.value.from * 1_000),
        movements,
      };
    }
    before = after;
  }
  return { state: "unreachable" };
}
