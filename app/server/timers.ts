import { pause } from "~/platform/clock.server";
import { errorFields, logger } from "~/platform/logger.server";

export type Timer = {
  name: string;
  everyMs: number;
  /** Work that is done in batches says whether there is more of it. */
  work: () => Promise<unknown>;
};

/**
 * Runs each piece of work again and again, never twice at once, and at once when there is more to do; answers a
 * function that stops them all.
 */
export function startTimers(timers: readonly Timer[]): () => Promise<void> {
  let isStopping = false;
  const loops = timers.map(async (timer) => {
    while (!isStopping) {
      const done = await timer.work().catch((error: unknown) => {
        logger.error("timer failed", { timer: timer.name, ...errorFields(error) });
      });
      if (hasMore(done)) continue;
      await waitUnless(() => isStopping, timer.everyMs);
    }
  });
  return async () => {
    isStopping = true;
    await Promise.all(loops);
  };
}

function hasMore(done: unknown): boolean {
  return typeof done === "object" && done !== null && "isMore" in done && done.isMore === true;
}

const STEP_MS = 250;

async function waitUnless(isStopping: () => boolean, milliseconds: number): Promise<void> {
  for (let waited = 0; waited < milliseconds && !isStopping(); waited += STEP_MS) {
    await pause(Math.min(STEP_MS, milliseconds - waited));
  }
}
