import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPayosSample, parsePayosNotice } from "./payos-notice";
import { verifyPayosSignature } from "./payos-signature.server";
import { isAmbiguous, payosSignedText } from "./payos-signed-text";
import { PAYOS_EXAMPLE, payosSignature } from "./test-signatures";

const { secret, body } = PAYOS_EXAMPLE;
const DATA = { ...body.data, paymentLinkId: "link", reference: "FT1", description: "UQ7K3M9PM" };

const sent = (change: Record<string, unknown>, outer: Record<string, unknown> = {}) => ({
  ...body,
  ...outer,
  data: { ...DATA, ...change },
});
const signed = (change: Record<string, string | number | null>) => ({
  ...sent(change),
  signature: payosSignature({ ...DATA, ...change }, secret),
});
const REFUSED = { ok: false, code: "webhook_signature_invalid" };

describe("case 60: payOS's signature", () => {
  it("comes out as published", () => {
    expect(createHmac("sha256", secret).update(payosSignedText(body.data)).digest("hex")).toBe(
      body.signature,
    );
    expect(verifyPayosSignature(body, [secret]).ok).toBe(true);
  });

  it("does not depend on the order of keys", () => {
    const data = Object.fromEntries(Object.entries(body.data).toReversed());
    expect(verifyPayosSignature({ ...body, data }, [secret]).ok).toBe(true);
  });

  it.each<[string, Record<string, string | number | null>]>([
    ["null fields", { counterAccountName: null, virtualAccountNumber: null }],
    ["unicode", { counterAccountName: "Đặng Thị Ứng 🍵" }],
    ["a field they added", { aNewOne: "1", zz: 2 }],
    ["1e4, which JSON reads as 10000", { amount: 1e4 }],
    ["a minus", { amount: -1 }],
    ["&, which stands for nothing else", { description: "A & B" }],
    ["=, which stands for nothing else", { description: "UQ7K3M9PM a=b" }],
  ])("holds with %s", (_, change) => {
    expect(verifyPayosSignature(signed(change), [secret]).ok).toBe(true);
  });

  it("takes null, undefined and their words for empty, as payOS's libraries do", () => {
    const of = (value: unknown) => payosSignedText({ a: value, b: 1 });
    for (const value of [null, undefined, "null", "undefined", ""])
      expect(of(value)).toBe("a=&b=1");
    expect(of([{ z: 1, a: 2 }])).toBe('a=[{"a":2,"z":1}]&b=1');
  });

  it("is that of either secret while one replaces the other, and of no other", () => {
    expect(verifyPayosSignature(signed({}), ["newer", secret]).ok).toBe(true);
    expect(verifyPayosSignature(signed({}), [secret, "older"]).ok).toBe(true);
    expect(verifyPayosSignature(signed({}), ["newer"])).toEqual(REFUSED);
  });

  it.each<[string, unknown]>([
    ["another amount", { ...signed({}), data: { ...DATA, amount: 30_000 } }],
    ["a field less", { ...signed({}), data: { ...DATA, desc: undefined } }],
    ["another signature", { ...signed({}), signature: "0".repeat(64) }],
    ["a short signature", { ...signed({}), signature: "00" }],
    ["a signature in words", { ...signed({}), signature: "true" }],
  ])("does not cover %s", (_, payload) => {
    expect(verifyPayosSignature(payload, [secret])).toEqual(REFUSED);
  });

  it.each([null, [], "x", 1, {}, { data: DATA }, { data: [], signature: "0".repeat(64) }])(
    "is missing in %j",
    (payload) => {
      expect(verifyPayosSignature(payload, [secret])).toEqual({
        ok: false,
        code: "webhook_signature_missing",
      });
    },
  );
});

describe("case 59: a signed text that means two things", () => {
  it("is not believed, although its signature is right", () => {
    const payload = signed({ description: "UQ7K3M9PM&orderCode=7" });
    expect(verifyPayosSignature(payload, [secret]).ok).toBe(true);
    expect(parsePayosNotice(payload)).toEqual({
      ok: false,
      code: "bank_notice_invalid",
      detail: { fields: "signature" },
    });
    // Why: these other fields carry the same signature.
    const { orderCode: _, ...rest } = DATA;
    const forged = { ...rest, description: "UQ7K3M9PM", "orderCode=7&orderCode": 123 };
    expect(payosSignedText(forged)).toBe(payosSignedText(payload.data));
    expect(isAmbiguous(forged)).toBe(true);
  });

  it.each(["a&b=c", "&=", "x&&y=1", "x&desc=Thành công&z"])("%j", (description) => {
    expect(isAmbiguous({ ...DATA, description })).toBe(true);
  });

  it.each(["a&b", "&", "a=b", "A & B & C", "a=b&c"])("%j means one thing", (description) => {
    expect(isAmbiguous({ ...DATA, description })).toBe(false);
  });

  it("no two sets of fields that are believed share a signed text", () => {
    const text = fc.stringMatching(/^[ab&=]{0,5}$/);
    const fields = fc.dictionary(fc.stringMatching(/^[ab&=]{1,2}$/), text, { maxKeys: 3 });
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        if (isAmbiguous(one) || isAmbiguous(other)) return;
        if (payosSignedText(one) === payosSignedText(other)) expect(one).toEqual(other);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe("a notice", () => {
  it("as payOS documents it", () => {
    expect(parsePayosNotice(body)).toEqual({
      ok: true,
      value: {
        provider: "payos",
        providerTransactionId: "124c33293c43417ab7879e14c8d9eb18:TF230204212323",
        accountNumber: "12345678",
        direction: "in",
        amountVnd: 3_000,
        content: "VQRIO123",
        occurredAt: Date.UTC(2023, 1, 4, 11, 25, 0),
        bankReference: "TF230204212323",
        balanceVnd: null,
      },
    });
  });

  it.each<[string, unknown]>([
    ["no success", sent({}, { success: false })],
    ["a code of failure", sent({ code: "01" })],
    ["no code", sent({ code: undefined })],
    ["case 60: an amount in words", sent({ amount: "10000" })],
    ["case 60: a fraction", sent({ amount: 1.5 })],
    ["an amount of 14 digits", sent({ amount: 10_000_000_000_000 })],
    ["another currency", sent({ currency: "USD" })],
    ["no reference", sent({ reference: "" })],
    ["no payment link", sent({ paymentLinkId: "" })],
    ["a day that does not exist", sent({ transactionDateTime: "2026-02-30 00:00:00" })],
    ["no memo", sent({ description: null })],
    ["no data", { ...body, data: null }],
  ])("with %s is not read", (_, payload) => {
    expect(parsePayosNotice(payload).ok).toBe(false);
  });

  it("case 60: 1e4 in JSON is ten thousand", () => {
    const json = JSON.stringify(sent({})).replace("3000", "1e4");
    expect(parsePayosNotice(JSON.parse(json))).toMatchObject({ value: { amountVnd: 10_000 } });
  });
});

it("knows payOS's trial of an address, whatever it is signed with", () => {
  const strange = {
    ...body,
    signature: "8d8640d802576397a1ce45ebda7f835055768ac7ad2e0bfb77f9b8f12cca4c7f",
  };
  expect(verifyPayosSignature(strange, ["another"]).ok).toBe(true);
  expect(isPayosSample(strange)).toBe(true);
  const memo = { ...body, data: { ...body.data, description: "Ma giao dich thu nghiem" } };
  expect(isPayosSample(memo)).toBe(true);
  expect(isPayosSample({ ...body, data: { ...body.data, amount: 3_001 } })).toBe(false);
  expect(isPayosSample(signed({}))).toBe(false);
});
