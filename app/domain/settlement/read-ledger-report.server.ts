import { now, pause } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { errorFields, logger } from "~/platform/logger.server";
import { checkLedger } from "./check-ledger.server";
import type { LedgerReport } from "./types";

/** What a page waits for a check that runs: for the first one, and when there is an earlier one to show. */
const FIRST_WAIT_MS = 300;
const WAIT_MS = 20;
/** A check may take a twentieth of the process's time, however often somebody looks. */
const REST_PER_CHECK = 19;
const REST_AFTER_FAILURE_MS = 60_000;

type Desk = {
  report: LedgerReport | null;
  running: Promise<void> | null;
  /** Milliseconds of `performance.now()`. */
  restsUntil: number;
};
const desks = new WeakMap<object, Desk>(); // one for each database that this process has opened

/**
 * The newest finished check of the books, with the moment that it is of; null until the first has finished. Looking
 * starts the next one in the background when the last has rested long enough: at once in a small shop, every minute
 * or two with hundreds of thousands of orders.
 */
export async function readLedgerReport(): Promise<LedgerReport | null> {
  const desk = deskOf(reader());
  if (desk.running === null && performance.now() >= desk.restsUntil) desk.running = check(desk);
  if (desk.running !== null) {
    await Promise.race([desk.running, pause(desk.report === null ? FIRST_WAIT_MS : WAIT_MS)]);
  }
  return desk.report;
}

function deskOf(database: object): Desk {
  const known = desks.get(database);
  if (known) return known;
  const desk: Desk = { report: null, running: null, restsUntil: 0 };
  desks.set(database, desk);
  return desk;
}

async function check(desk: Desk): Promise<void> {
  const startedAt = performance.now();
  try {
    const asOf = now();
    const differences = await checkLedger();
    desk.report = { asOf, differences };
    if (differences.length > 0) {
      logger.error("the books differ", { differenceCount: differences.length });
    }
    desk.restsUntil = performance.now() + REST_PER_CHECK * (performance.now() - startedAt);
  } catch (error) {
    logger.error("the books could not be checked", errorFields(error));
    desk.restsUntil = performance.now() + REST_AFTER_FAILURE_MS;
  } finally {
    desk.running = null;
  }
}
