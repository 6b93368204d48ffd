import fc from "fast-check";
import { expect, it } from "vitest";
import { smsName, smsText } from "./sms-text";

it("writes Vietnamese as it is written without accents", () => {
  expect(smsText("Đơn UQ1: chuyển khoản 185.000\u00a0đ trước 10:30 – xin cảm ơn…")).toBe(
    "Don UQ1: chuyen khoan 185.000 d truoc 10:30 - xin cam on...",
  );
});

/** The alphabet of GSM 03.38 without its extension, as a pattern. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

it("leaves no letter that would make an SMS dearer, whatever was typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      expect(smsText(text)).toMatch(GSM);
    }),
  );
});

it("cuts a name between words, and one long word in itself", () => {
  expect(smsName("Hộ Vàng Mí Sò")).toBe("Hộ Vàng Mí Sò");
  expect(smsName("Hợp tác xã nông nghiệp Lũng Cú")).toBe("Hợp tác xã nông");
  expect(smsName("Nhà Krông-Pắc-Buôn-Ma-Thuột")).toBe("Nhà Krông-Pắc-Buôn-M");
  fc.assert(fc.property(fc.string(), (name) => smsName(name).length <= 20));
});
