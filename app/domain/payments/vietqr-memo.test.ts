import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeVietQr } from "./vietqr-encode";
import { toMemoText } from "./vietqr-memo";
import { parseVietQr } from "./vietqr-parse";

test.each([
  ["Đặng Đình Đức", "Dang Dinh Duc"],
  ["đường phèn", "duong phen"],
  ["Ưu đãi Ở chợ phiên", "Uu dai O cho phien"],
  ["Thanh toán đơn hàng".normalize("NFD"), "Thanh toan don hang"],
  ['HTX "Sen Việt" <b>', "HTX Sen Viet b"],
  ["trà 🍵 sen", "tra sen"],
  ["  hai   khoảng    trắng  ", "hai khoang trang"],
  ["dòng\nhai\tba", "donghaiba"],
  ["UQ234-567.8", "UQ2345678"],
  ["63046304", "63046304"],
  ["\u0000\u202Eabc", "abc"],
  ["1234567890123456789012345678", "1234567890123456789012345"],
  ["123456789012345678901234 6789", "123456789012345678901234"],
  ["ＡＢＣ", ""],
  ["日本語 🍵", ""],
  ["", ""],
])("%j becomes %j", (text, memo) => expect(toMemoText(text)).toBe(memo));

test.each([
  ["quotes", `HTX "Sen Việt" 'số 1'`],
  ["diacritics", "Hợp tác xã Chè Đường Ứng Hòa"],
  ["emoji", "🍵 trà 👩🏽‍🌾 sen 🍵"],
  ["a newline", "UQ7K3M9PM\r\nSET-COOKIE x"],
  ["what begins a checksum", "63046304A203"],
  ["a field of its own", "54061850005802VN6304"],
  ["a payee of its own", "38570010A00000072701270006970403"],
  ["a null byte and turned text", "a\u0000\u202Eb"],
])("case 44: %s in a name makes no other QR than its memo says", (_, name) => {
  const asked = { bankBin: "970405", accountNumber: "8888000012345", amountVnd: 185_000 };
  const encoded = encodeVietQr({ ...asked, memo: toMemoText(name) });
  if (!encoded.ok) throw new Error(encoded.code);
  expect(parseVietQr(encoded.value)).toMatchObject({
    ok: true,
    value: {
      payee: { bankBin: "970405", accountNumber: "8888000012345" },
      amountVnd: 185_000,
      memo: toMemoText(name),
      merchantName: null,
    },
  });
  // As it was typed it is refused, never mended.
  expect(encodeVietQr({ ...asked, memo: `${name}\n` }).ok).toBe(false);
});

test("is always something the encoder takes, or empty", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 60 })),
      (text) => {
        const memo = toMemoText(text);
        expect(toMemoText(memo)).toBe(memo);
        if (memo !== "") {
          expect(encodeVietQr({ bankBin: "970405", accountNumber: "1", memo }).ok).toBe(true);
          expect(memo).toBe(memo.trim());
        }
      },
    ),
  );
});

test("bounds its work on very long text", () => {
  expect(toMemoText(`${"ắ".repeat(1_000_000)}`)).toBe("a".repeat(25));
  expect(toMemoText(`${" ".repeat(1_000_000)}a`)).toBe("");
});
