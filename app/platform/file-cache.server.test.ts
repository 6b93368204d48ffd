import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { useSettings } from "./env.server";
import { createFileCache } from "./file-cache.server";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cho-phien-test-"));
  useSettings({ DATA_DIR: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (content: Uint8Array | "busy") =>
  content === "busy" ? content : new TextDecoder().decode(content);

it("makes a file once, whoever asks and however often, also after a restart", async () => {
  let made = 0;
  const make = async () => bytes(`the ${(made += 1)}. one`);
  const options = { folder: "cards", filesMax: 10, waitingMax: 3 };
  const cache = createFileCache(options);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => cache.get("a.jpg", make)));
  expect(answers.map(textOf)).toEqual(Array.from({ length: 5 }, () => "the 1. one"));
  expect(textOf(await createFileCache(options).get("a.jpg", make))).toBe("the 1. one");
});

it("makes one at a time, and is busy when too many wait", async () => {
  let running = 0;
  let most = 0;
  const make = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return bytes("x");
  };
  const cache = createFileCache({ folder: "cards", filesMax: 50, waitingMax: 4 });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => cache.get(`f${i}.jpg`, make)),
  );
  expect(most).toBe(1);
  expect(answers.filter((answer) => answer === "busy")).toHaveLength(6);
  expect(textOf(await cache.get("f9.jpg", make))).toBe("x");
});

it("deletes the oldest, and goes on after a failure", async () => {
  const cache = createFileCache({ folder: "cards", filesMax: 10, waitingMax: 20 });
  for (let i = 0; i < 11; i += 1) {
    await cache.get(`f${i}.jpg`, async () => bytes(String(i)));
    const place = join(folder, "cards", `f${i}.jpg`);
    if (i < 10) utimesSync(place, 1_000 + i, 1_000 + i);
  }
  expect(readdirSync(join(folder, "cards")).toSorted()).toEqual(
    Array.from({ length: 9 }, (_, i) => `f${i + 2}.jpg`).toSorted(),
  );
  const fail = cache.get("bad.jpg", () => Promise.reject(new Error("no")));
  await expect(fail).rejects.toThrow("no");
  expect(textOf(await cache.get("bad.jpg", async () => bytes("good")))).toBe("good");
});
