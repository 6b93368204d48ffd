import { describe, expect, it } from "vitest";
import { resources } from "~/locales/resources";
import { METHOD_VERSION, METHOD_VERSIONS, methodUsesOf, usesOf } from "./method-versions";

describe("the versions of the method", () => {
  it("are numbered one after another, with days that never go back; the last is in use", () => {
    expect(METHOD_VERSIONS.map(({ number }) => number)).toEqual(
      METHOD_VERSIONS.map((_, i) => i + 1),
    );
    const days = METHOD_VERSIONS.map(({ since }) => since);
    expect(days).toEqual(days.toSorted());
    expect(METHOD_VERSION).toBe(METHOD_VERSIONS.at(-1)?.number);
  });

  it.each(["vi", "en"] as const)("say in %s what each changed and why", (language) => {
    const texts: Record<string, string> = resources[language].method;
    const said = METHOD_VERSIONS.flatMap(({ number }) => [
      `version${number}Change`,
      `version${number}Why`,
    ]);
    for (const key of said) expect(texts[key]?.length, key).toBeGreaterThan(20);
    const kept = Object.keys(texts).filter((key) => /^version\d/.test(key));
    expect(kept.toSorted()).toEqual(said.toSorted());
  });
});

describe("a series of several versions", () => {
  const months = ["2026-07", "2026-08", "2026-09", "2026-10"].map((month, i) => ({
    month,
    methodVersion: [4, 5, 4, 4][i] ?? 0,
  }));

  it("names each version with its own months, the newest first", () => {
    expect(methodUsesOf(months)).toEqual([
      { version: 5, runs: [{ first: "2026-08", last: "2026-08" }] },
      {
        version: 4,
        runs: [
          { first: "2026-07", last: "2026-07" },
          { first: "2026-09", last: "2026-10" },
        ],
      },
    ]);
  });

  it("knows the version of one month", () => {
    expect(usesOf(methodUsesOf(months), "2026-08").map(({ version }) => version)).toEqual([5]);
  });
});
