import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageTenths, countStars, formatTenths, NO_STARS, STARS } from "./rating";
import { shownNameOf } from "./shown-name";

const counts = fc
  .tuple(fc.nat(5_000), fc.nat(5_000), fc.nat(5_000), fc.nat(5_000), fc.nat(5_000))
  .map(([a, b, c, d, e]) => ({ 1: a, 2: b, 3: c, 4: d, 5: e }));

describe("the average", () => {
  it("is the mean of all stars to one decimal, half up, from three on", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const count = countStars(given);
        const tenths = averageTenths(given);
        if (count < 3) expect(tenths).toBeNull();
        else {
          const sum = STARS.reduce((all, stars) => all + stars * given[stars], 0);
          // Exact: 10 x sum / count lies within half a tenth below, and less than half above.
          expect(20 * sum).toBeGreaterThanOrEqual((2 * (tenths ?? 0) - 1) * count);
          expect(20 * sum).toBeLessThan((2 * (tenths ?? 0) + 1) * count);
        }
      }),
    );
  });

  it.each([
    [{ ...NO_STARS, 5: 3 }, "5,0"],
    [{ ...NO_STARS, 5: 2, 4: 1 }, "4,7"],
    [{ ...NO_STARS, 5: 1, 4: 3 }, "4,3"], // 4.25
    [{ ...NO_STARS, 1: 3 }, "1,0"],
  ])("of %o reads %s", (given, text) => {
    expect(formatTenths(averageTenths(given) ?? 0, "vi")).toBe(text);
    expect(formatTenths(averageTenths(given) ?? 0, "en")).toBe(text.replace(",", "."));
  });
});

it.each([
  ["Nguyễn Thị Hồng", "Nguyễn T. H."],
  ["ĐẶNG văn ước", "Đặng V. Ư."],
  ["Giàng A Pó", "Giàng A. P."],
  ["Hồng", null],
  ["Gọi 0912345678", null],
  ["Bán hàng giá rẻ nhất quả đất luôn", null],
  ["<b>Lan</b> Anh", null],
  ["", null],
])("the name %s is shown as %s", (name, shown) => {
  expect(shownNameOf(name)).toBe(shown);
});
