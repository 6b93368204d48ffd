import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isCassoSample, parseCassoLine, parseCassoRow } from "./casso-notice";
import { verifyCassoSignature, type CassoSignatureInput } from "./casso-signature.server";
import { CASSO_EXAMPLE, cassoSignature } from "./test-signatures";

const { secret, body, header, atMs } = CASSO_EXAMPLE;
const LINE = { ...body.data, id: 7, reference: "FT1" };
const ROW = {
  id: 5789,
  tid: "TF2104152395814062",
  description: "Khanhnm chuyen tien",
  amount: -193000,
  cusum_balance: 1070904,
  when: "2021-04-15T00:00:00",
  bankSubAccId: "8007041027107",
};

const verify = (payload: unknown, change: Partial<CassoSignatureInput> = {}) =>
  verifyCassoSignature({
    payload: () => payload,
    signatureHeader: header,
    tokenHeader: null,
    secrets: [secret],
    nowMs: atMs,
    ...change,
  });

const signedAs = (text: string) =>
  `t=${atMs},v1=${createHmac("sha512", secret).update(`${atMs}.${text}`).digest("hex")}`;
const refusal = (code: string) => ({ ok: false, code });

describe("case 60: Casso's signature", () => {
  it("comes out as published", () => {
    expect(verify(body).ok).toBe(true);
    expect(cassoSignature(body.data, secret, atMs)).toBe(header);
  });

  it("does not depend on the order of keys", () => {
    const data = Object.fromEntries(Object.entries(body.data).toReversed());
    expect(verify({ data, error: 0 }).ok).toBe(true);
  });

  it("holds with null fields and within lists", () => {
    expect(
      verify(
        { b: [{ z: null, a: 1 }], a: null },
        { signatureHeader: signedAs('{"a":null,"b":[{"a":1,"z":null}]}') },
      ).ok,
    ).toBe(true);
  });

  it("holds with unicode and slashes, as JavaScript writes them and as PHP does", () => {
    const payload = { a: "Đặng/Ứng 🍵" };
    expect(verify(payload, { signatureHeader: signedAs('{"a":"Đặng/Ứng 🍵"}') }).ok).toBe(true);
    const php = String.raw`{"a":"\u0110\u1eb7ng\/\u1ee8ng \ud83c\udf75"}`;
    expect(verify(payload, { signatureHeader: signedAs(php) }).ok).toBe(true);
  });

  it("is that of either secret while one replaces the other, and of no other", () => {
    expect(verify(body, { secrets: ["newer", secret] }).ok).toBe(true);
    expect(verify(body, { secrets: ["newer"] })).toEqual(refusal("webhook_signature_invalid"));
  });

  it.each([-301, -300, 0, 300, 301, -86_400, 86_400])("%i seconds off", (seconds) => {
    const isNear = Math.abs(seconds) <= 300;
    const verified = verify(body, { nowMs: atMs + seconds * 1_000 });
    expect(verified.ok).toBe(isNear);
    if (!isNear) expect(verified).toEqual(refusal("webhook_timestamp_off"));
  });

  it.each([
    "",
    "t=1,v1=00",
    header.replace("v1=", "v2="),
    header.slice(0, -1),
    `${header},v1=00`,
    header.toUpperCase(),
    header.replace("t=1727948258788", "t=1727948258"),
  ])("is not %j", (signatureHeader) => {
    expect(verify(body, { signatureHeader }).ok).toBe(false);
  });

  it("does not cover another amount", () => {
    const data = { ...body.data, amount: 5_990_000 };
    expect(verify({ ...body, data })).toEqual(refusal("webhook_signature_invalid"));
  });

  it("reads nothing of the body for what is wrong on its face", () => {
    const payload = () => {
      throw new Error("read");
    };
    for (const signatureHeader of ["x", header]) {
      expect(verify(null, { payload, signatureHeader, nowMs: 0 }).ok).toBe(false);
    }
  });
});

describe("Casso's token of version 1", () => {
  const token = (tokenHeader: string | null, change: Partial<CassoSignatureInput> = {}) =>
    verify(body, { signatureHeader: null, tokenHeader, ...change });

  it("is the secret itself", () => {
    expect(token(secret).ok).toBe(true);
    expect(token(secret, { secrets: ["newer", secret] }).ok).toBe(true);
    expect(token(secret.slice(1))).toEqual(refusal("webhook_signature_invalid"));
    expect(token(null)).toEqual(refusal("webhook_signature_missing"));
  });

  it("does not help a wrong signature", () => {
    expect(verify(body, { signatureHeader: "t=1,v1=0", tokenHeader: secret }).ok).toBe(false);
  });
});

describe("a line", () => {
  it("as version 2 tells it", () => {
    expect(parseCassoLine(LINE)).toEqual({
      ok: true,
      value: {
        provider: "casso",
        providerTransactionId: "7",
        accountNumber: "88888888",
        direction: "in",
        amountVnd: 599_000,
        content: "giao dich thu nghiem",
        occurredAt: Date.UTC(2024, 9, 3, 8, 6, 37),
        bankReference: "FT1",
        balanceVnd: 25_000_000,
      },
    });
  });

  it("as the list tells it: with a minus it has gone out", () => {
    expect(parseCassoRow(ROW)).toEqual({
      ok: true,
      value: {
        provider: "casso",
        providerTransactionId: "5789",
        accountNumber: "8007041027107",
        direction: "out",
        amountVnd: 193_000,
        content: "Khanhnm chuyen tien",
        occurredAt: Date.UTC(2021, 3, 14, 17),
        bankReference: "TF2104152395814062",
        balanceVnd: 1_070_904,
      },
    });
  });

  it.each([
    ["a day", { when: "2021-04-15" }],
    ["a moment", { when: "2021-04-15 00:00:00" }],
    [
      "the other spelling of the account",
      { bankSubAccId: undefined, bank_sub_acc_id: "8007041027107" },
    ],
  ])("may have %s", (_, change) => {
    expect(parseCassoRow({ ...ROW, ...change })).toEqual(parseCassoRow(ROW));
  });

  it.each([
    ["case 60: an amount in words", { amount: "10000" }],
    ["case 60: a fraction", { amount: 1.5 }],
    ["a time with a zone", { when: "2021-04-15T00:00:00.000Z" }],
    ["no account", { bankSubAccId: undefined }],
    ["no id", { id: undefined }],
    ["id 0", { id: 0 }],
    ["an id in words", { id: "5789" }],
  ])("with %s is not read", (_, change) => {
    expect(parseCassoRow({ ...ROW, ...change }).ok).toBe(false);
  });

  it("knows Casso's trial of an address", () => {
    expect(isCassoSample(body.data)).toBe(true);
    expect(isCassoSample({ id: 0, tid: "MA_GIAO_DICH_THU_NGHIEM" })).toBe(true);
    expect(isCassoSample(LINE)).toBe(false);
    expect(isCassoSample(null)).toBe(false);
  });
});
