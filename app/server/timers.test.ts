import { expect, it } from "vitest";
import { pause } from "~/platform/clock.server";
import { startTimers } from "./timers";

const HOUR_MS = 3_600_000;

it("does work in batches until there is no more of it, without waiting between", async () => {
  let left = 5;
  const stop = startTimers([
    {
      name: "batches",
      everyMs: HOUR_MS,
      work: async () => {
        left -= 1;
        return { isMore: left > 0 };
      },
    },
  ]);
  await pause(50);
  expect(left).toBe(0);
  await stop();
});

it("stops in the middle of batches", async () => {
  let batches = 0;
  const stop = startTimers([
    {
      name: "endless",
      everyMs: HOUR_MS,
      work: async () => {
        batches += 1;
        await pause(1);
        return { isMore: true };
      },
    },
  ]);
  await pause(20);
  await stop();
  const stoppedAt = batches;
  await pause(20);
  expect(stoppedAt).toBeGreaterThan(1);
  expect(batches).toBe(stoppedAt);
});
