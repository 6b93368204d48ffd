import { afterEach, expect, it, vi } from "vitest";
import { LaterError, sendPhoto } from "./ask-shop";

afterEach(() => vi.unstubAllGlobals());

it("sends parts where the browser knows no AbortSignal.timeout", async () => {
  vi.stubGlobal("AbortSignal", class {});
  const signals: unknown[] = [];
  let received = 0;
  vi.stubGlobal("fetch", (_address: string, init: { signal: unknown; body?: Blob }) => {
    signals.push(init.signal);
    received += init.body?.size ?? 0;
    return Promise.resolve(Response.json({ received }));
  });
  const shares: number[] = [];
  await sendPhoto("/parts", new Blob([new Uint8Array(40_000)]), (share) => shares.push(share));
  expect(received).toBe(40_000);
  expect(shares.at(-1)).toBe(1);
  expect(signals).toHaveLength(3);
  expect(signals.every((signal) => signal !== undefined)).toBe(true);
});

it.each([429, 507])("does not take %i for a lost line", async (status) => {
  const fetched = vi.fn(() =>
    Promise.resolve(new Response(null, { status, headers: { "Retry-After": "90" } })),
  );
  vi.stubGlobal("fetch", fetched);
  const error = await sendPhoto("/parts", new Blob(["a"])).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LaterError);
  expect(error).toHaveProperty("waitMs", 90_000);
  expect(fetched).toHaveBeenCalledTimes(1);
});
