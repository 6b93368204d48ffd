import { pause } from "~/platform/clock.server";
import { errorFields, logger } from "~/platform/logger.server";

export type Timer = { name: string; everyMs: number; work: () => Promise<unknown> };

/** Runs each piece of work again and again, never twice at once; answers a function that stops them all. */
export function startTimers(timers: readonly Timer[]): () => Promise<void> {
  let isStopping = false;
  const loops = timers.map(async (timer) => {
    while (!isStopping) {
      await timer.work().catch((error: unknown) => {
        logger.error("timer failed", { timer: timer.name, ...errorFields(error) });
      });
      await waitUnless(() => isStopping, timer.everyMs);
    }
  });
  return async () => {
    isStopping = true;
    await Promise.all(loops);
  };
}

const STEP_MS = 250;

async function waitUnless(isStopping: () => boolean, milliseconds: number): Promise<void> {
  for (let waited = 0; waited < milliseconds && !isStopping(); waited += STEP_MS) {
    await pause(Math.min(STEP_MS, milliseconds - waited));
  }
}
