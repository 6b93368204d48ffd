import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hintOf } from "./price-hint";

const kilo = (name: string) => ({ name, contentQuantity: 1_000, contentUnit: "g" as const });
const asks = (name: string, priceVnd: number) => ({ name, priceVnd, contentQuantity: 1_000 });
const ORANGES = [
  asks("Cam sành Bắc Quang", 22_000),
  asks("CAM SANH loại một", 25_000),
  asks("Cam  sành hữu cơ", 38_000),
];
const CHILLI = asks("Ớt gió sấy khô", 600_000);

it("compares with what begins with the same two words, however they are written", () => {
  const hint = hintOf(kilo("cam sành nhà"), [...ORANGES, CHILLI, asks("Cam Vinh", 90_000)]);
  expect(hint).toMatchObject({
    comparedCount: 3,
    pack: { lowestVnd: 22_000, middleVnd: 25_000, highestVnd: 38_000 },
  });
});

it("else with the same first word, else with all of its set, while these are close to each other", () => {
  expect(hintOf(kilo("Cam xã Đoài"), ORANGES)).toMatchObject({ comparedCount: 3 });
  expect(hintOf(kilo("Bưởi da xanh"), ORANGES)).toMatchObject({ comparedCount: 3 });
  expect(hintOf(kilo("Bưởi da xanh"), [...ORANGES, CHILLI])).toBeNull();
  expect(hintOf(kilo("Cam xã Đoài"), [...ORANGES, CHILLI])).toMatchObject({
    pack: { highestVnd: 38_000 },
  });
});

it("does not take one word for the beginning of another, nor a name without words for a kind", () => {
  const near = [asks("Cam", 20_000), asks("Camry", 900_000), asks("Cam", 21_000)];
  expect(hintOf(kilo("Cam"), near)).toBeNull();
  expect(hintOf(kilo("…"), ORANGES)).toMatchObject({ comparedCount: 3 });
  expect(hintOf(kilo("Cam sành"), ORANGES.slice(1))).toBeNull();
});

it("never shows what fewer than three ask, nor a range over which nothing is one kind", () => {
  const name = fc.constantFrom("Cam sành", "Cam Vinh", "Ớt gió", "Mật ong bạc hà", "Mật ong", "");
  const other = fc.record({ name, priceVnd: fc.integer({ min: 1_000, max: 900_000 }) });
  fc.assert(
    fc.property(name, fc.array(other, { maxLength: 12 }), (own, others) => {
      const hint = hintOf(
        kilo(own),
        others.map((one) => asks(one.name, one.priceVnd)),
      );
      if (hint === null) return;
      expect(hint.comparedCount).toBeGreaterThanOrEqual(3);
      const kind = (name: string) => name.split(" ").slice(0, 2).join(" ");
      const alike = others.filter((one) => kind(one.name) === kind(own));
      const isOneKind = own.includes(" ") && alike.length >= 3;
      // Rounded to a hundred đồng below ten thousand.
      const { lowestVnd, highestVnd } = hint.pack;
      if (!isOneKind) expect(highestVnd - 500).toBeLessThanOrEqual((lowestVnd + 500) * 5);
    }),
  );
});

describe("the hint of a price", () => {
  const name = "Mật ong bạc hà";
  const pack = { name, contentQuantity: 500, contentUnit: "ml" } as const;
  const of = (priceVnd: number, contentQuantity: number) => ({ name, priceVnd, contentQuantity });

  it("needs three others", () => {
    const two = [of(150_000, 500), of(300_000, 1_000)];
    expect(hintOf(pack, two)).toBeNull();
    expect(hintOf(pack, [...two, of(50_000, 250)])).toEqual({
      comparedCount: 3,
      pack: { lowestVnd: 100_000, middleVnd: 150_000, highestVnd: 150_000 },
      unit: { lowestVnd: 200_000, middleVnd: 300_000, highestVnd: 300_000, per: "litre" },
    });
  });

  it("takes the middle of an even number, rounded as prices are made", () => {
    const four = [of(100_000, 500), of(110_500, 500), of(120_000, 500), of(200_000, 500)];
    expect(hintOf(pack, four)?.pack).toEqual({
      lowestVnd: 100_000,
      middleVnd: 115_000,
      highestVnd: 200_000,
    });
    const small = [of(1_230, 1), of(1_270, 1), of(1_290, 1)];
    expect(hintOf({ name, contentQuantity: 1, contentUnit: "piece" }, small)?.pack.middleVnd).toBe(
      1_300,
    );
  });
});
