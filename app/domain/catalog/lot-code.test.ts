import fc from "fast-check";
import { expect, it } from "vitest";
import { lotCodeOf, readLotCode } from "./lot-code";

const code = fc
  .tuple(fc.uint8Array({ minLength: 5, maxLength: 5 }), fc.integer({ min: 0, max: 9_000 }))
  .map(([bytes, days]) =>
    lotCodeOf(new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10), bytes),
  );

it("reads every code back however a person copies it", () => {
  fc.assert(
    fc.property(code, (one) => {
      const plain = one.replace("-", "");
      const ways = [
        one,
        one.toLowerCase(),
        plain,
        plain.toLowerCase(),
        ` ${one.slice(0, 4)} ${one.slice(4)}\n`,
        one.replace("-", "–"),
        one.replace("-", " - "),
        `https://chophien.example.vn/lots/${one}`,
        `https://chophien.example.vn/en/lots/${one.toLowerCase()}/?a=1#x`,
      ];
      for (const typed of ways) expect(readLotCode(typed), typed).toBe(one);
    }),
  );
});

it.each([
  "",
  "L",
  "L261122",
  "L261122-7K3Q",
  "L261122-7K3QXX",
  "L26112-7K3QX",
  "M261122-7K3QX",
  "L261122-7K3Q0",
  "L261122-OILSU",
  "L261122-7K3QX; DROP TABLE lots",
  "/lots/L261122-7K3QX/labels",
  "x".repeat(201),
])("takes %j for no code", (typed) => {
  expect(readLotCode(typed)).toBeNull();
});

it("takes nothing for a code that it would not print", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (typed) => {
      const read = readLotCode(typed);
      if (read !== null) expect(read).toMatch(/^L\d{6}-[2-9A-HJKMNP-RTV-Z]{5}$/);
    }),
  );
});
