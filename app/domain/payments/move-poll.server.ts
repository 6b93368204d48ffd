import { bankPolls } from "~db/schema/payments";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { PollFailure } from "./bank-list";
import type { PolledProvider } from "./bank-notice";

/** `read`: all lines until then are in the inbox. `reached`: and then is now. `failed`: nothing new was read. */
export type PollMove = { kind: "read" | "reached" } | { kind: "failed"; failure: PollFailure };

/** Writes down how far a provider's list has been read. The time of the last failure stays once it is over. */
export async function movePoll(
  tx: Transaction,
  { provider, until, move }: { provider: PolledProvider; until: number; move: PollMove },
): Promise<void> {
  const cursor = String(until);
  const change =
    move.kind === "failed"
      ? { cursor, failedAt: now(), failure: move.failure }
      : move.kind === "reached"
        ? { cursor, succeededAt: now(), failure: null }
        : { cursor };
  await tx
    .insert(bankPolls)
    .values({ provider, ...change })
    .onConflictDoUpdate({ target: bankPolls.provider, set: change });
}
