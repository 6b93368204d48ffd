import { describe, expect, it } from "vitest";
import { cartItemForm, checkoutFormOf, type CartKinds } from "./forms";

const PRODUCT = `prd_${"0a".repeat(16)}`;

describe("cartItemForm", () => {
  it.each(["1", "9", "10", "999"])("takes %s packs", (quantity) => {
    expect(cartItemForm.parse({ productId: PRODUCT, quantity })).toEqual({
      productId: PRODUCT,
      quantity: Number(quantity),
    });
  });

  it.each([
    "",
    "0",
    "-1",
    "01",
    "1000",
    "1.5",
    "1,5",
    "1e2",
    "0x10",
    " 2",
    "2 ",
    "NaN",
    "١",
    undefined,
  ])("refuses %s packs", (quantity) => {
    const parsed = cartItemForm.safeParse({ productId: PRODUCT, quantity });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(["quantity_invalid"]);
  });

  it.each([
    undefined,
    "",
    "prd_",
    "prd_xyz",
    `${PRODUCT}0`,
    `usr_${"0a".repeat(16)}`,
    `${PRODUCT}'`,
  ])("refuses the product %s", (productId) => {
    const parsed = cartItemForm.safeParse({ productId, quantity: "1" });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(["product_unknown"]);
  });
});

const GOOD = {
  buyerName: "  Nguyễn  Thị Mẫu ",
  buyerPhone: "+84 912.345.678",
  provinceCode: "08",
  communeCode: "00769",
  addressLine: "Số 1, thôn Mẫu",
  method: "vietqr",
  submissionKey: "0a".repeat(16),
  expectedTotalVnd: "305000",
};
const checkoutForm = checkoutFormOf({ hasAlcohol: false, isSent: true, hasService: false });
const errorsOf = (more: Record<string, unknown>) =>
  checkoutForm.safeParse({ ...GOOD, ...more }).error?.issues.map((issue) => issue.message);

describe("checkoutForm", () => {
  it("tidies what people type", () => {
    expect(checkoutForm.parse(GOOD)).toEqual({
      ...GOOD,
      buyerName: "Nguyễn Thị Mẫu",
      buyerPhone: "0912345678",
      note: "",
      shown: "",
      voucherCode: "",
      expectedTotalVnd: 305_000,
    });
  });

  it.each([
    [{ buyerName: undefined }, "full_name_missing"],
    [{ buyerName: " \n " }, "full_name_missing"],
    [{ buyerName: "a".repeat(81) }, "full_name_too_long"],
    [{ buyerPhone: undefined }, "phone_missing"],
    [{ buyerPhone: "12345" }, "phone_invalid"],
    [{ communeCode: undefined }, "commune_missing"],
    [{ communeCode: "769" }, "commune_missing"],
    [{ provinceCode: "8" }, "province_missing"],
    [{ addressLine: undefined }, "address_missing"],
    [{ addressLine: "a".repeat(201) }, "address_too_long"],
    [{ note: "a".repeat(501) }, "note_too_long"],
    [{ method: "cheque" }, "method_unknown"],
    [{ method: undefined }, "method_unknown"],
    [{ submissionKey: "x" }, "form_outdated"],
    [{ expectedTotalVnd: "1.5" }, "form_outdated"],
    [{ expectedTotalVnd: "-1" }, "form_outdated"],
    [{ expectedTotalVnd: "1e5" }, "form_outdated"],
    [{ expectedTotalVnd: "99999999999999" }, "form_outdated"],
  ])("%o: %s", (more, code) => {
    expect(errorsOf(more)).toEqual([code]);
  });

  it.each([
    { buyerName: "a".repeat(80) },
    { addressLine: "a".repeat(200) },
    { note: "a".repeat(500) },
  ])("takes the longest allowed", (more) => {
    expect(errorsOf(more)).toBeUndefined();
  });

  it("asks for what the cart is: an age for drink, a day for a stay, a house where something is brought", () => {
    const codesFor = (kinds: Partial<CartKinds>, more: Record<string, unknown>) => {
      const form = checkoutFormOf({
        hasAlcohol: false,
        isSent: false,
        hasService: false,
        ...kinds,
      });
      return form.safeParse({ ...GOOD, ...more }).error?.issues.map(({ message }) => message);
    };
    expect(codesFor({}, { addressLine: "" })).toBeUndefined();
    expect(codesFor({ isSent: true }, { addressLine: "" })).toEqual(["address_missing"]);
    expect(codesFor({ hasService: true }, { note: " " })).toEqual(["service_day_missing"]);
    expect(codesFor({ hasService: true }, { note: "Thứ bảy 5/12, 4 người" })).toBeUndefined();
    expect(codesFor({ hasAlcohol: true }, {})).toEqual(["adult_missing"]);
    expect(codesFor({ hasAlcohol: true }, { isAdult: "on" })).toBeUndefined();
  });
});
