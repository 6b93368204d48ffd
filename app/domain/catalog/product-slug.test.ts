import { expect, it } from "vitest";
import { baseSlugOf, firstFreeSlug, isSlugOfName } from "./product-slug";

it("folds the name", () => {
  expect(baseSlugOf("Mật ong bạc hà Đồng Văn 500 ml")).toBe("mat-ong-bac-ha-dong-van-500-ml");
  expect(baseSlugOf("???")).toBe("san-pham");
});

it("numbers from 2 and fills gaps", () => {
  expect(firstFreeSlug("che", [])).toBe("che");
  expect(firstFreeSlug("che", ["che"])).toBe("che-2");
  expect(firstFreeSlug("che", ["che", "che-3", "che-shan"])).toBe("che-2");
  expect(firstFreeSlug("che", ["che", "che-2"])).toBe("che-3");
});

it("leaves the program's own addresses alone", () => {
  expect(firstFreeSlug(baseSlugOf("New"), [])).toBe("new-2");
});

it("tells the address of a name, numbered or not, from that of another", () => {
  expect(isSlugOfName("mang-kho", "MĂNG khô!")).toBe(true);
  expect(isSlugOfName("mang-kho-12", "Măng khô")).toBe(true);
  expect(isSlugOfName("mang-kho-la", "Măng khô")).toBe(false);
  expect(isSlugOfName("mang", "Măng khô")).toBe(false);
});
