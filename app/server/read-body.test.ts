import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MINUTE_MS } from "~/platform/period";
import { isOnPace, readBody, takePhotoPlace, takesFile } from "./read-body";

const ROUTES = fileURLToPath(new URL("../routes", import.meta.url));
/** Of a few kilobytes: it fits into any form. */
const SIGNATURES = /signature/;

function pathOf(file: string): string {
  const parts = file
    .replace(/^_store\./, "")
    .replace(/\.tsx?$/, "")
    .split(".");
  return `/${parts.map((one) => one.replace(/_$/, "").replace(/^\$.*/, "x1")).join("/")}`;
}

it("lets a file in at every door whose form brings one", () => {
  const doors = readdirSync(ROUTES)
    .filter((file) => !file.includes(".test.") && !SIGNATURES.test(file))
    .filter((file) =>
      /\b(uploadedFiles?|sentFiles?|photoOf|listingPhotoOf)\(/.test(
        readFileSync(`${ROUTES}/${file}`, "utf8"),
      ),
    )
    .map(pathOf);
  expect(doors.length).toBeGreaterThan(8);
  expect(doors.filter((path) => !takesFile(path))).toEqual([]);
});

describe("a body over a slow line", () => {
  afterEach(() => vi.useRealTimers());
  const MEGABYTE = 1024 * 1024;

  /** Sends `total` bytes, so many each second, and answers what became of it. */
  async function sent(total: number, bytesPerSecond: number) {
    vi.useFakeTimers();
    const request = new PassThrough();
    const read = readBody(request as unknown as IncomingMessage, 12 * MEGABYTE);
    let gone = false;
    void read.then(() => (gone = true));
    let left = total;
    while (left > 0 && !gone) {
      request.write(Buffer.alloc(Math.min(left, bytesPerSecond)));
      left -= bytesPerSecond;
      await vi.advanceTimersByTimeAsync(1_000);
    }
    if (!gone) request.end();
    const body = await read;
    return { body: typeof body === "string" ? body : body.length, sentBytes: total - left };
  }

  it("of 64 kbit/s arrives whole, however large a photo may be", async () => {
    expect(await sent(12 * MEGABYTE, 8_000)).toMatchObject({ body: 12 * MEGABYTE });
  });

  it("is cut off when it dawdles, after two minutes and no earlier", async () => {
    const { body, sentBytes } = await sent(MEGABYTE, 100);
    expect(body).toBe("too_slow");
    expect(sentBytes / 100).toBeGreaterThanOrEqual(120);
    expect(sentBytes / 100).toBeLessThanOrEqual(130);
    expect(await sent(11_000, 100)).toMatchObject({ body: 11_000 });
  });

  it("may pause and be as slow as it likes for two minutes", () => {
    expect(isOnPace(0, 2 * MINUTE_MS)).toBe(true);
    expect(isOnPace(0, 2 * MINUTE_MS + 1_000)).toBe(false);
    expect(isOnPace(4 * 1024 * 60, 3 * MINUTE_MS)).toBe(true);
    expect(isOnPace(4 * 1024 * 60 - 1, 3 * MINUTE_MS)).toBe(false);
  });
});

it("lets one sender have three photos under way, who only buys eight in all, and everybody twenty-four", () => {
  const take = (id: string, isDesk = true) => takePhotoPlace({ id, isDesk });
  const places = [take("a"), take("a"), take("a")];
  expect(places).not.toContain(null);
  expect(take("a")).toBeNull();
  for (let i = 0; i < 8; i += 1) places.push(take(`buyer ${i}`, false));
  expect(places).not.toContain(null);
  expect(take("one more buyer", false)).toBeNull();
  for (let i = 0; i < 13; i += 1) places.push(take(`other ${i}`));
  expect(places).not.toContain(null);
  expect(take("one more")).toBeNull();
  places[3]?.();
  places[0]?.();
  const again = [take("a"), take("one more buyer", false)];
  expect(again).not.toContain(null);
  for (const give of [...places.slice(1, 3), ...places.slice(4), ...again]) give?.();
  expect(take("a")).not.toBeNull();
});
