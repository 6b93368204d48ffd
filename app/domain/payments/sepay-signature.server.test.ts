import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvariantError } from "~/platform/invariant";
import { signSepayNotice, verifySepaySignature } from "./sepay-signature.server";
import type { SepaySignatureInput } from "./sepay-signature.server";

const SECRET = "whsec_4f1d9c0a";
const NOW_SECONDS = 1_782_000_000;
const BODY = '{"id":92704,"content":"Trả tiền UQ7K3M9PM","transferAmount":2277000}';
const bytes = (text: string) => new TextEncoder().encode(text);

function request(
  change: Partial<SepaySignatureInput> = {},
  timestampSeconds = NOW_SECONDS,
): SepaySignatureInput {
  const headers = signSepayNotice({ rawBody: bytes(BODY), secret: SECRET, timestampSeconds });
  return {
    rawBody: bytes(BODY),
    signatureHeader: headers["X-SePay-Signature"],
    timestampHeader: headers["X-SePay-Timestamp"],
    authorizationHeader: null,
    secrets: [SECRET],
    nowMs: NOW_SECONDS * 1_000,
    ...change,
  };
}

const apiKey = (authorizationHeader: string, secrets: readonly string[] = [SECRET]) =>
  verifySepaySignature(
    request({ signatureHeader: null, timestampHeader: null, authorizationHeader, secrets }),
  );

const refusal = (code: string) => ({ ok: false, code });

describe("a signed notice", () => {
  test("is signed over the timestamp, a dot and the bytes, in hex behind sha256=", () => {
    const expected = createHmac("sha256", SECRET).update(`${NOW_SECONDS}.${BODY}`).digest("hex");
    expect(
      signSepayNotice({ rawBody: bytes(BODY), secret: SECRET, timestampSeconds: NOW_SECONDS }),
    ).toEqual({
      "X-SePay-Signature": `sha256=${expected}`,
      "X-SePay-Timestamp": String(NOW_SECONDS),
    });
  });

  test("is taken, also without the prefix and with upper-case hex", () => {
    expect(verifySepaySignature(request())).toEqual({ ok: true, value: "hmac" });
    const hex = (request().signatureHeader ?? "").slice("sha256=".length);
    for (const signatureHeader of [hex, hex.toUpperCase(), `sha256=${hex.toUpperCase()}`]) {
      expect(verifySepaySignature(request({ signatureHeader })).ok).toBe(true);
    }
  });

  test.each([-301, -300, -299, 0, 299, 300, 301, -86_400, 86_400])("%i seconds off", (offset) => {
    const isNear = Math.abs(offset) <= 300;
    expect(verifySepaySignature(request({}, NOW_SECONDS + offset))).toEqual(
      isNear ? { ok: true, value: "hmac" } : refusal("webhook_timestamp_off"),
    );
  });

  test("is refused a millisecond past five minutes, either way, and when there is no clock", () => {
    for (const nowMs of [
      NOW_SECONDS * 1_000 + 300_001,
      NOW_SECONDS * 1_000 - 300_001,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ]) {
      expect(verifySepaySignature(request({ nowMs }))).toEqual(refusal("webhook_timestamp_off"));
    }
  });

  test.each([
    null,
    "",
    "0",
    "-1",
    "abc",
    "1.782e9",
    `${NOW_SECONDS}.0`,
    ` ${NOW_SECONDS}`,
    `0${NOW_SECONDS}`,
    `${NOW_SECONDS}\n`,
    "9".repeat(400),
    `${NOW_SECONDS}, ${NOW_SECONDS}`,
  ])("with the timestamp %j is refused", (timestampHeader) =>
    expect(verifySepaySignature(request({ timestampHeader }))).toEqual(
      refusal("webhook_timestamp_invalid"),
    ),
  );

  test("in milliseconds is far off", () => {
    expect(verifySepaySignature(request({ timestampHeader: `${NOW_SECONDS}00` }))).toEqual(
      refusal("webhook_timestamp_off"),
    );
  });

  test.each([
    "sha256=",
    "sha256=abc",
    "sha512=" + "0".repeat(64),
    "0".repeat(64),
    `sha256=${"0".repeat(64)}`,
    "0".repeat(63),
    "0".repeat(65),
    "g".repeat(64),
    "x",
    " ",
    `Apikey ${SECRET}`,
    SECRET,
  ])("with the signature %j is refused", (signatureHeader) =>
    expect(verifySepaySignature(request({ signatureHeader }))).toEqual(
      refusal("webhook_signature_invalid"),
    ),
  );

  test("is refused with any byte of the body changed, added or lost, or with another second", () => {
    const good = bytes(BODY);
    for (let i = 0; i < good.length; i += 1) {
      const rawBody = Uint8Array.from(good);
      rawBody[i] = (rawBody[i] ?? 0) ^ 1;
      expect(verifySepaySignature(request({ rawBody })).ok).toBe(false);
    }
    for (const text of [
      "",
      `${BODY} `,
      BODY.slice(0, -1),
      JSON.stringify(JSON.parse(BODY), null, 1),
    ]) {
      expect(verifySepaySignature(request({ rawBody: bytes(text) })).ok).toBe(false);
    }
    expect(verifySepaySignature(request({ timestampHeader: String(NOW_SECONDS + 1) })).ok).toBe(
      false,
    );
  });

  test("signs the bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (rawBody) => {
        const headers = signSepayNotice({ rawBody, secret: SECRET, timestampSeconds: NOW_SECONDS });
        expect(
          verifySepaySignature(request({ rawBody, signatureHeader: headers["X-SePay-Signature"] })),
        ).toEqual({ ok: true, value: "hmac" });
      }),
    );
  });

  test("is not saved by a good API key when its own signature is bad", () => {
    const forged = request({
      signatureHeader: "0".repeat(64),
      authorizationHeader: `Apikey ${SECRET}`,
    });
    expect(verifySepaySignature(forged)).toEqual(refusal("webhook_signature_invalid"));
  });
});

describe("an API key", () => {
  test("is taken in SePay's spelling", () => {
    expect(apiKey(`Apikey ${SECRET}`)).toEqual({ ok: true, value: "api_key" });
  });

  test.each([
    SECRET,
    `apikey ${SECRET}`,
    `APIKEY ${SECRET}`,
    `ApiKey ${SECRET}`,
    `Bearer ${SECRET}`,
    `Apikey  ${SECRET}`,
    `Apikey ${SECRET} `,
    ` Apikey ${SECRET}`,
    `Apikey${SECRET}`,
    "Apikey ",
    "Apikey",
    `Apikey ${SECRET}x`,
    `Apikey ${SECRET.slice(0, -1)}`,
    `Apikey ${SECRET.toUpperCase()}`,
    `Apikey ${SECRET}, Apikey x`,
    "Apikey undefined",
  ])("%j is refused", (header) =>
    expect(apiKey(header)).toEqual(refusal("webhook_signature_invalid")),
  );
});

describe("secrets", () => {
  test("all that are good now are tried, and one taken away is not", () => {
    const old = "whsec_old";
    for (const secrets of [
      [SECRET, old],
      [old, SECRET],
      [old, "x", SECRET],
    ]) {
      expect(verifySepaySignature(request({ secrets })).ok).toBe(true);
      expect(apiKey(`Apikey ${SECRET}`, secrets).ok).toBe(true);
    }
    expect(verifySepaySignature(request({ secrets: [old] }))).toEqual(
      refusal("webhook_signature_invalid"),
    );
    expect(apiKey(`Apikey ${SECRET}`, [old])).toEqual(refusal("webhook_signature_invalid"));
  });

  test("blank ones never match, not even what they signed", () => {
    for (const blank of ["", " ", "\t\n"]) {
      const signatureHeader = createHmac("sha256", blank)
        .update(`${NOW_SECONDS}.${BODY}`)
        .digest("hex");
      expect(verifySepaySignature(request({ signatureHeader, secrets: [blank] }))).toEqual(
        refusal("webhook_secret_missing"),
      );
      expect(verifySepaySignature(request({ signatureHeader, secrets: [blank, SECRET] }))).toEqual(
        refusal("webhook_signature_invalid"),
      );
      expect(apiKey(`Apikey ${blank}`, [blank, SECRET])).toEqual(
        refusal("webhook_signature_invalid"),
      );
    }
    expect(verifySepaySignature(request({ secrets: [] }))).toEqual(
      refusal("webhook_secret_missing"),
    );
  });

  test("without any header there is nobody to believe", () => {
    for (const empty of [null, ""]) {
      expect(
        verifySepaySignature(request({ signatureHeader: empty, authorizationHeader: empty })),
      ).toEqual(refusal("webhook_signature_missing"));
    }
  });

  test("signing throws on a blank secret and on half a second", () => {
    for (const secret of ["", "  "])
      expect(() =>
        signSepayNotice({ rawBody: bytes(BODY), secret, timestampSeconds: NOW_SECONDS }),
      ).toThrow(InvariantError);
    for (const timestampSeconds of [0.5, 0, -1, Number.NaN]) {
      expect(() =>
        signSepayNotice({ rawBody: bytes(BODY), secret: SECRET, timestampSeconds }),
      ).toThrow(InvariantError);
    }
  });
});
