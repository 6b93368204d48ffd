import { setImmediate } from "node:timers/promises";
import type { Connection } from "../connect";
import { atomically } from "./seed-state";

/**
 * Runs `work` to its end in transactions of about `size` rows' worth, however much there is: memory and the log stay
 * small. Each step yields what it did; between transactions the process may do other things.
 */
export async function runInBatches(
  connection: Connection,
  work: Iterator<number>,
  { size, onDone }: { size: number; onDone: (count: number) => void },
): Promise<void> {
  for (;;) {
    let count = 0;
    const isFinished = atomically(connection, () => {
      while (count < size) {
        const step = work.next();
        if (step.done) return true;
        count += step.value;
      }
      return false;
    });
    onDone(count);
    if (isFinished) return;
    await setImmediate();
  }
}
