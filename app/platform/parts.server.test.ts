import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { useSettings } from "./env.server";
import {
  addPart,
  dropParts,
  PARTED_FILES_MAX,
  receivedBytes,
  sentInParts,
  sweepParts,
} from "./parts.server";
import { PARTED_FILE_MAX_BYTES, PARTED_FILES_MAX_BYTES } from "./part-limits";
import { DAY_MS } from "./period";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cho-phien-parts-"));
  useSettings({ DATA_DIR: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.useRealTimers();
  rmSync(join(folder, "parts"), { recursive: true, force: true });
});

const OWNER = "usr_01";
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const fileOf = (bytes: Uint8Array, ownerId = OWNER) => ({ ownerId, hash: hashOf(bytes) });

it("is whole in the end, whatever parts are lost, sent twice, too early or at the same time", async () => {
  const parts = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), parts, async (bytes, sent) => {
      const file = fileOf(bytes);
      await dropParts(file);
      const send = (at: number, size: number) =>
        at < bytes.length ? addPart(file, { at, bytes: bytes.slice(at, at + size) }) : null;
      for (const [at, size] of sent) await Promise.all([send(at, size), send(at, size)]);
      // A sender goes on from where it hears that the shop is.
      for (let at = await receivedBytes(file); at < bytes.length; at = await receivedBytes(file)) {
        await send(at, 7);
      }
      expect(await sentInParts(file).read()).toEqual(Buffer.from(bytes));
      await dropParts(file);
    }),
    { numRuns: 200 },
  );
});

it("gives out nothing that is not the file of its name, and lets it come anew", async () => {
  const bytes = Uint8Array.from([1, 2, 3, 4]);
  const file = fileOf(bytes);
  expect(await sentInParts(file).read()).toBeNull();
  await addPart(file, { at: 0, bytes: Uint8Array.from([9, 9, 9, 9]) });
  expect(await sentInParts(file).read()).toBeNull();
  expect(await receivedBytes(file)).toBe(0);
  await addPart(file, { at: 0, bytes });
  expect(await sentInParts(file).read()).toEqual(Buffer.from(bytes));
});

it("tells whoever reads the folder nothing of them, and lets them come anew after a change of keys", async () => {
  const bytes = new TextEncoder().encode("so can cuoc 008123456789 cua chi Mai");
  const file = fileOf(bytes);
  for (const at of [0, 5, 16, 23]) await addPart(file, { at, bytes: bytes.slice(at, at + 17) });
  const place = join(folder, "parts", OWNER, file.hash);
  const lying = readFileSync(place);
  expect(lying).toHaveLength(bytes.length);
  for (let i = 0; i + 4 <= bytes.length; i += 1) {
    expect(lying.includes(Buffer.from(bytes.slice(i, i + 4)))).toBe(false);
  }
  expect(await sentInParts(file).read()).toEqual(Buffer.from(bytes));
  useSettings({ DATA_DIR: folder, PERSONAL_DATA_KEYS: "7".repeat(64) });
  expect(await sentInParts(file).read()).toBeNull();
  expect(await receivedBytes(file)).toBe(0);
  useSettings({ DATA_DIR: folder });
});

it("keeps the parts of each person apart, and leaves out what comes after a gap", async () => {
  const bytes = Uint8Array.from([1, 2, 3, 4]);
  expect(await addPart(fileOf(bytes), { at: 0, bytes: bytes.slice(0, 2) })).toBe(2);
  expect(await receivedBytes(fileOf(bytes, "usr_02"))).toBe(0);
  expect(await addPart(fileOf(bytes), { at: 3, bytes: bytes.slice(3) })).toBe(2);
});

it("takes no more than a file may have, and keeps no more files than a person may have begun", async () => {
  const bytes = Uint8Array.from([1]);
  const file = fileOf(bytes);
  expect(await addPart(file, { at: PARTED_FILE_MAX_BYTES, bytes })).toBe("full");
  for (let i = 0; i < PARTED_FILES_MAX; i += 1) {
    const other = Uint8Array.from([2, i]);
    expect(await addPart(fileOf(other), { at: 0, bytes: other })).toBe(2);
  }
  // Photos of products that were given up lock nobody out for a week.
  const old = fileOf(Uint8Array.from([2, 3]));
  utimesSync(join(folder, "parts", OWNER, old.hash), 1, 1);
  expect(await addPart(file, { at: 0, bytes })).toBe(1);
  expect(await receivedBytes(old)).toBe(0);
  expect(await receivedBytes(fileOf(Uint8Array.from([2, 4])))).toBe(2);
  expect(readdirSync(join(folder, "parts", OWNER))).toHaveLength(PARTED_FILES_MAX);
  expect(await addPart(fileOf(bytes, "usr_02"), { at: 0, bytes })).toBe(1);
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => {
      const one = Uint8Array.from([3, i]);
      return addPart(fileOf(one), { at: 0, bytes: one });
    }),
  );
  expect(readdirSync(join(folder, "parts", OWNER)).length).toBeLessThanOrEqual(PARTED_FILES_MAX);
});

it("begins no further file once all have as much as they may, and goes on with those begun", async () => {
  const [begun, further] = [Uint8Array.from([1, 2]), Uint8Array.from([3])];
  expect(await addPart(fileOf(begun), { at: 0, bytes: begun.slice(0, 1) })).toBe(1);
  const large = join(folder, "parts", "usr_02", "0".repeat(64));
  mkdirSync(dirname(large));
  writeFileSync(large, "");
  truncateSync(large, PARTED_FILES_MAX_BYTES);
  const part = { at: 0, bytes: further };
  expect(await addPart(fileOf(further, "usr_03"), part)).toBe("no_room");
  expect(await addPart(fileOf(begun), { at: 1, bytes: begun.slice(1) })).toBe(2);
  rmSync(large);
  expect(await addPart(fileOf(further, "usr_03"), part)).toBe(1);
});

it("lets go what nobody went on with for seven days", async () => {
  const bytes = Uint8Array.from([1, 2]);
  await addPart(fileOf(bytes), { at: 0, bytes: bytes.slice(0, 1) });
  await sweepParts();
  expect(await receivedBytes(fileOf(bytes))).toBe(1);
  vi.useFakeTimers({ now: Date.now() + 7 * DAY_MS + 1_000, toFake: ["Date"] });
  await sweepParts();
  expect(await receivedBytes(fileOf(bytes))).toBe(0);
  expect(existsSync(join(folder, "parts", OWNER))).toBe(false);
});
