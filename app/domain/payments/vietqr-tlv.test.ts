import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvariantError } from "~/platform/invariant";
import { crc16, readTlv, writeTlv } from "./vietqr-tlv";

describe("checksum", () => {
  test("gives the catalogue's check value of CRC-16/CCITT-FALSE", () => {
    expect(crc16("123456789")).toBe("29B1");
    expect(crc16("")).toBe("FFFF");
  });

  test("keeps its leading zeros", () => {
    const zeros = ["00", "0"].map((start) => {
      for (let i = 0; i < 100_000; i += 1)
        if (crc16(String(i)).startsWith(start)) return crc16(String(i));
      return "";
    });
    for (const checksum of zeros) expect(checksum).toMatch(/^0[0-9A-F]{3}$/);
  });
});

describe("tag, length, value", () => {
  test("reads what was written, in order", () => {
    const fields = fc.uniqueArray(
      fc.record({
        tag: fc.stringMatching(/^\d{2}$/),
        value: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 99 }),
      }),
      { selector: (field) => field.tag, minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(fields, (list) => {
        const read = readTlv(list.map((field) => writeTlv(field.tag, field.value)).join(""));
        expect(read.ok && [...read.value]).toEqual(list.map((field) => [field.tag, field.value]));
      }),
    );
  });

  test.each([
    ["nothing", ""],
    ["a head alone", "0002"],
    ["a length of zero", "0000"],
    ["a value too short", "00021"],
    ["a byte left over", "0001AB"],
    ["half a head left over", "0001A010"],
    ["a tag that is no number", "A001A"],
    ["a length that is no number", "000xA"],
    ["a length with a sign", "00+1A"],
    ["a length with a space", "00 1A"],
    ["digits of another script", "00٠١A"],
  ])("refuses %s", (_name, text) => {
    expect(readTlv(text)).toEqual({ ok: false, code: "qr_malformed" });
  });

  test("refuses a tag twice, even with the same value", () => {
    expect(readTlv("0001A0001A")).toEqual({ ok: false, code: "qr_duplicate_tag" });
  });

  test("throws rather than write what cannot be read", () => {
    for (const [tag, value] of [
      ["0", "A"],
      ["000", "A"],
      ["AB", "A"],
      ["00", ""],
      ["00", "A".repeat(100)],
    ] as const) {
      expect(() => writeTlv(tag, value)).toThrow(InvariantError);
    }
    expect(writeTlv("99", "A".repeat(99))).toHaveLength(103);
  });
});
