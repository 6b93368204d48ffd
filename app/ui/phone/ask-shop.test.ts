import { afterEach, expect, it, vi } from "vitest";
import {
  FailedError,
  LargeError,
  LaterError,
  NotTakenError,
  postKept,
  sendPhoto,
} from "./ask-shop";
import { isNotTaken, notTakenBy } from "./not-taken";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

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

it.each([
  ["a shop that fails at parts", () => Promise.resolve(new Response(null, { status: 500 }))],
  ["a line on which nothing goes up", () => Promise.reject(new TypeError("lost"))],
])("gives up at %s and still says how much it has", async (_, answerPart) => {
  vi.useFakeTimers();
  const sizes: number[] = [];
  vi.stubGlobal("fetch", (_address: string, init: { body?: Blob }) => {
    if (!init.body) return Promise.resolve(Response.json({ received: 5_000 }));
    sizes.push(init.body.size);
    return answerPart();
  });
  const sending = sendPhoto("/parts", new Blob([new Uint8Array(100_000)])).catch(
    (thrown: unknown) => thrown,
  );
  await vi.runAllTimersAsync();
  expect(await sending).toBeInstanceOf(Error);
  expect(sizes).toEqual([32, 16, 8, 4, 4, 4, 4, 4].map((kb) => kb * 1_024));
});

it.each([
  ["/sign-in?next=%2Fhousehold", "signed_out"],
  ["/agent?problem=no_consent", "not_helping"],
  ["/agent/acting?household=cua-toi&next=%2Fhousehold", "helping_other"],
])("reads by a way to %s who is in", async (path, state) => {
  const page = new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } });
  Object.defineProperties(page, {
    redirected: { value: true },
    url: { value: `https://cho-phien.example${path}` },
  });
  vi.stubGlobal("fetch", () => Promise.resolve(page));
  const error: unknown = await postKept("/kept", {}).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NotTakenError);
  expect(notTakenBy((error as NotTakenError).ledTo)).toBe(state);
  expect(notTakenBy("")).toBe("signed_out");
  expect([state, "changed"].map(isNotTaken)).toEqual([true, false]);
});

it("goes on while more gets through", async () => {
  vi.useFakeTimers();
  let received = 0;
  let calls = 0;
  vi.stubGlobal("fetch", (_address: string, init: { body?: Blob }) => {
    if (!init.body) return Promise.resolve(Response.json({ received }));
    calls += 1;
    // Seven of eight are lost.
    if (calls % 8 !== 0) return Promise.reject(new TypeError("lost"));
    received += init.body.size;
    return Promise.resolve(Response.json({ received }));
  });
  const sending = sendPhoto("/parts", new Blob([new Uint8Array(40_000)]));
  await vi.runAllTimersAsync();
  await sending;
  expect(received).toBe(40_000);
});

it.each([
  ["stays where it was", (at: number) => at],
  // As with more files of one sender than are kept: each lets another go.
  ["loses again what it had", () => 0],
])("gives up at a shop that %s, and asks ever more slowly", async (_, answerPart) => {
  vi.useFakeTimers();
  const started = Date.now();
  let received = 0;
  const parts: { size: number; at: number; afterMs: number }[] = [];
  vi.stubGlobal("fetch", (address: string, init: { body?: Blob }) => {
    if (!init.body) return Promise.resolve(Response.json({ received }));
    const at = Number(new URLSearchParams(address.split("?")[1]).get("at"));
    parts.push({ size: init.body.size, at, afterMs: Date.now() - started });
    received = at === 0 ? 32 * 1_024 : answerPart(at);
    return Promise.resolve(Response.json({ received }));
  });
  const sending = sendPhoto("/parts", new Blob([new Uint8Array(100_000)])).catch(
    (thrown: unknown) => thrown,
  );
  await vi.runAllTimersAsync();
  expect(await sending).toBeInstanceOf(FailedError);
  expect(parts.filter(({ at }) => at > 0)).toHaveLength(8);
  expect(parts.length).toBeLessThanOrEqual(16);
  expect(parts.every(({ size }) => size === 32 * 1_024)).toBe(true);
  expect(parts.at(-1)?.afterMs).toBe(60_000);
});

it("starts a file anew that the shop let go once", async () => {
  vi.useFakeTimers();
  let [received, wasLetGo] = [0, false];
  vi.stubGlobal("fetch", (_address: string, init: { body?: Blob }) => {
    if (init.body && received > 64_000 && !wasLetGo) [received, wasLetGo] = [0, true];
    else received += init.body?.size ?? 0;
    return Promise.resolve(Response.json({ received }));
  });
  const sending = sendPhoto("/parts", new Blob([new Uint8Array(100_000)]));
  await vi.runAllTimersAsync();
  await sending;
  expect([received, wasLetGo]).toEqual([100_000, true]);
});

it("takes what is too large for the shop for that, and a failure of it for nothing else", async () => {
  vi.useFakeTimers();
  const answer = (status: number) => {
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ received: 0 }, { status })));
    return sendPhoto("/parts", new Blob(["a"])).catch((thrown: unknown) => thrown);
  };
  expect(await answer(413)).toBeInstanceOf(LargeError);
  const failed = answer(500);
  await vi.runAllTimersAsync();
  expect(await failed).toBeInstanceOf(FailedError);
});

it("tells no share of a file in which there is nothing", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ received: 0 })));
  const shares: number[] = [];
  await sendPhoto("/parts", new Blob([]), (share) => shares.push(share));
  expect(shares).toEqual([1]);
});
