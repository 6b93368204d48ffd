import { describe, expect, it } from "vitest";
import { vnd } from "~/platform/money";
import {
  CONTRACT_MOVERS,
  CONTRACT_STATUSES,
  CONTRACT_TABS,
  mayMoveContract,
  TAB_STATUSES,
} from "./contract-status";
import { contractText, textLineKind, type ContractParties } from "./contract-text";
import type { ContractTerms } from "./contract-terms";
import { contractOfferFormOn, priceRequestFormOn, readAskedPacks, readOfferedLines } from "./forms";

const PRODUCT = "prd_0123456789abcdef0123456789abcdef";
const OTHER = "prd_ffffffffffffffffffffffffffffffff";

describe("the life of a contract", () => {
  it("has each state in one list, and every state but the ends has a way on", () => {
    const listed = CONTRACT_TABS.flatMap((tab) => TAB_STATUSES[tab]);
    expect(listed.toSorted()).toEqual([...CONTRACT_STATUSES].toSorted());
    const ends = CONTRACT_STATUSES.filter((from) =>
      CONTRACT_STATUSES.every((to) =>
        CONTRACT_MOVERS.every((by) => !mayMoveContract(from, to, by)),
      ),
    );
    expect(ends).toEqual(TAB_STATUSES.over);
  });

  it("is concluded by the buyer alone, after an offer", () => {
    for (const from of CONTRACT_STATUSES) {
      for (const by of CONTRACT_MOVERS) {
        expect(mayMoveContract(from, "concluded", by)).toBe(from === "offered" && by === "buyer");
      }
    }
  });
});

const PARTIES: ContractParties = {
  seller: {
    name: "HTX Mẫu",
    taxCode: "9900000000",
    representative: "Vàng Thị Mẫu",
    phone: "0912345678",
    address: "Thôn Mẫu",
  },
  buyer: {
    name: "Trường Mẫu",
    taxCode: "0102030405",
    representative: "Trần Văn Mẫu",
    title: "",
    phone: "0987654321",
    address: "Phố Mẫu",
  },
};
const TERMS: ContractTerms = {
  lines: [
    {
      productId: PRODUCT,
      productName: "Mật ong",
      packLabel: "chai 500 ml",
      ocopSet: 4,
      quantity: 1_200,
      unitPriceVnd: vnd(150_000),
    },
  ],
  shippingVnd: vnd(0),
  deliveriesMax: 2,
  deliverBy: "2027-01-31",
  method: "cod",
  paymentDays: 3,
  validUntil: "2026-12-31",
  extraTerms: "",
};
const ABOUT = { code: "HD-2222222", version: 1, offeredOn: "2026-12-01" };

describe("the text", () => {
  it("numbers its articles without a gap, with and without further terms", () => {
    for (const extraTerms of ["", "Đặt cọc 10%."]) {
      const text = contractText(PARTIES, { ...TERMS, extraTerms }, ABOUT);
      const articles = [...text.matchAll(/^Điều (\d+)\. /gm)].map((match) => Number(match[1]));
      expect(articles).toEqual(articles.map((_, i) => i + 1));
      expect(articles).toHaveLength(extraTerms === "" ? 8 : 9);
      expect(text.includes("Đặt cọc 10%.")).toBe(extraTerms !== "");
    }
  });

  it("lets nobody type an article of their own", () => {
    const extraTerms = "Thêm.\n\nĐiều 8. Tranh chấp\nDo Bên A quyết định.\nBÊN BÁN (Bên A)";
    const lines = contractText(PARTIES, { ...TERMS, extraTerms }, ABOUT).split("\n");
    const headings = lines.filter((line, i) => textLineKind(line, i) === "heading");
    expect(headings.filter((line) => line.startsWith("Điều 8."))).toEqual(["Điều 8. Tranh chấp"]);
    expect(headings.filter((line) => line.startsWith("BÊN BÁN"))).toHaveLength(1);
    expect(lines).toContain("- Điều 8. Tranh chấp");
  });

  it("says another thing when any of the terms is another", () => {
    const text = contractText(PARTIES, TERMS, ABOUT);
    const changes: Partial<ContractTerms>[] = [
      { shippingVnd: vnd(30_000) },
      { deliveriesMax: 1 },
      { deliverBy: "2027-02-01" },
      { method: "vietqr" },
      { validUntil: "2026-12-30" },
      { extraTerms: "Khác." },
      { lines: TERMS.lines.map((line) => ({ ...line, quantity: 1_199 })) },
      { lines: TERMS.lines.map((line) => ({ ...line, unitPriceVnd: vnd(150_001) })) },
    ];
    for (const change of changes) {
      expect(contractText(PARTIES, { ...TERMS, ...change }, ABOUT)).not.toBe(text);
    }
    expect(text).toContain("1.200 x 150.000");
    expect(text).toContain("= 180.000.000");
  });
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("packs and prices", () => {
  it("are read by row, blank rows left out, as people write numbers", () => {
    const form = formOf({
      product0: PRODUCT,
      packs0: "1.200",
      price0: "150.000 đ",
      product1: OTHER,
      packs1: "",
      price1: "x",
    });
    expect(readAskedPacks(form)).toEqual([{ productId: PRODUCT, packCount: 1_200 }]);
    expect(readOfferedLines(form)).toEqual([
      { productId: PRODUCT, quantity: 1_200, unitPriceVnd: 150_000 },
    ]);
  });

  it.each([
    [{ packs0: "-1", price0: "1" }, "contract_packs_invalid"],
    [{ packs0: "1,5", price0: "1" }, "contract_packs_invalid"],
    [{ packs0: "100001", price0: "1" }, "contract_packs_invalid"],
    [{ packs0: "1", price0: "" }, "contract_price_invalid"],
    [{ packs0: "1", price0: "0" }, "contract_price_invalid"],
    [{ packs0: "1", price0: "1e9" }, "contract_price_invalid"],
  ])("refuses %j", (fields, code) => {
    expect(readOfferedLines(formOf({ product0: PRODUCT, ...fields }))).toBe(code);
  });

  it("takes a product once, and no id that is none", () => {
    const form = formOf({
      product0: "1 or 1=1",
      packs0: "5",
      product1: PRODUCT,
      packs1: "2",
      product2: PRODUCT,
      packs2: "3",
    });
    expect(readAskedPacks(form)).toEqual([{ productId: PRODUCT, packCount: 2 }]);
  });
});

describe("forms", () => {
  const TODAY = "2026-11-26";
  const offer = {
    versionId: `ctv_${"0".repeat(32)}`,
    shippingVnd: "0",
    deliveriesMax: "1",
    deliverBy: "31/01/2027",
    method: "vietqr",
    paymentDays: "3",
    validUntil: "03/12/2026",
    signerName: "Vàng Thị Mẫu",
    agreed: "on",
  };
  const codesOf = (change: Record<string, string | undefined>) =>
    contractOfferFormOn(TODAY)
      .safeParse({ ...offer, ...change })
      .error?.issues.map(({ message }) => message);

  it("take an offer that is in order and say what is not", () => {
    expect(codesOf({})).toBeUndefined();
    expect(codesOf({ textHash: "x" })).toEqual(["form_outdated"]);
    expect(codesOf({ deliveriesMax: "0" })).toEqual(["deliveries_max_invalid"]);
    expect(codesOf({ deliverBy: "25/11/2026" })).toContain("deliver_by_invalid");
    expect(codesOf({ deliverBy: "mai" })).toEqual(["date_invalid"]);
    expect(codesOf({ validUntil: "01/02/2027" })).toContain("valid_until_invalid");
    expect(codesOf({ deliverBy: "01/12/2026" })).toEqual(["valid_until_after_delivery"]);
    expect(codesOf({ paymentDays: "0" })).toEqual(["payment_days_invalid"]);
    expect(codesOf({ shippingVnd: "-1" })).toEqual(["shipping_price_invalid"]);
  });

  it.each([
    ["", true],
    ["0300588569", true],
    ["0300588569-001", true],
    ["0300588568", false], // a wrong check digit
    ["001199012345", true],
    ["123", false],
    ["abc", false],
  ])("take the tax code %j: %s", (buyerTaxCode, isTaken) => {
    const asked = {
      submissionKey: "0".repeat(32),
      buyerName: "Trường Mẫu",
      buyerTaxCode,
      representative: "Trần Văn Mẫu",
      buyerPhone: "0987654321",
      provinceCode: "08",
      communeCode: "00769",
      addressLine: "Thôn Mẫu",
      wishedBy: "",
    };
    expect(priceRequestFormOn(TODAY).safeParse(asked).success).toBe(isTaken);
  });

  it.each([
    ["", []],
    ["31/12/2026", []],
    ["01/01/2020", ["wished_by_invalid"]],
    ["mai", ["date_invalid"]],
  ])("say what is wrong with the wished-for day %j: %j", (wishedBy, codes) => {
    const read = priceRequestFormOn(TODAY).safeParse({ wishedBy });
    const issues = read.error?.issues ?? [];
    expect(
      issues.flatMap(({ path, message }) => (path[0] === "wishedBy" ? [message] : [])),
    ).toEqual(codes);
  });
});
