import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { READABLE_CODE_BYTES, readableCode, readReadableCode } from "./readable-code";

describe("a number", () => {
  it("is read however it is typed, and nothing else is one", () => {
    const bytes = fc.uint8Array({ minLength: READABLE_CODE_BYTES, maxLength: READABLE_CODE_BYTES });
    fc.assert(
      fc.property(bytes, (random) => {
        const code = readableCode("HD", random);
        expect(readReadableCode("HD", ` ${code.toLowerCase().replace("-", " . ")} `)).toBe(code);
      }),
    );
    for (const typed of [
      "",
      "HD",
      "HD-222222",
      "HD-22222222",
      "HD-0000000",
      "UQ2222222",
      "DT-2222222",
    ]) {
      expect(readReadableCode("HD", typed)).toBeNull();
    }
  });
});
