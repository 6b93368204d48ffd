import { expect, it } from "vitest";
import { createLongWorks, waitForWork } from "./long-work.server";

/** Work that ends when it is told. */
function held<Value>() {
  let end: (value: Value) => void = () => undefined;
  let fail: (reason: Error) => void = () => undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { promise, end: (value: Value) => end(value), fail: (reason: Error) => fail(reason) };
}

it("runs on after the answer, says how far it is and keeps what came of it", async () => {
  const works = createLongWorks<string>();
  const first = held<string>();
  const work = works.start("a", (report) => {
    report(0.25);
    return first.promise;
  });
  await waitForWork(work, 100);
  expect(works.find(work.id, "a")).toMatchObject({ done: 0.25, outcome: null });
  expect(works.start("a", () => Promise.resolve("again"))).toBe(work);
  expect(works.find(work.id, "b")).toBeNull();
  first.end("well");
  await waitForWork(work, 1_000);
  expect(works.find(work.id, "a")?.outcome).toEqual({ kind: "value", value: "well" });
  expect(works.runningOf("a")).toBeNull();
  expect(works.start("a", () => Promise.resolve("again"))).not.toBe(work);
});

it("does one after another, of whatever kind, and goes on after one that threw", async () => {
  const [ones, others] = [createLongWorks<string>(), createLongWorks<number>()];
  const [first, second] = [held<string>(), held<number>()];
  let begun = 0;
  const one = ones.start("a", () => {
    begun += 1;
    return first.promise;
  });
  const other = others.start("b", () => {
    begun += 1;
    return second.promise;
  });
  await waitForWork(other, 100);
  expect(begun).toBe(1);
  first.fail(new Error("no disk"));
  await waitForWork(one, 1_000);
  expect(one.outcome).toEqual({ kind: "failed" });
  second.end(7);
  await waitForWork(other, 1_000);
  expect(other.outcome).toEqual({ kind: "value", value: 7 });
});

it("forgets the oldest that have ended", async () => {
  const works = createLongWorks<number>();
  const first = works.start("first", () => Promise.resolve(0));
  for (let i = 1; i <= 101; i += 1) {
    await waitForWork(
      works.start(`work ${i}`, () => Promise.resolve(i)),
      1_000,
    );
  }
  expect(works.find(first.id, "first")).toBeNull();
});
