import { describe, expect, it } from "vitest";
import { NOTICE_KIND_NAMES, NOTICE_KINDS } from "~/domain/notices/notice-kinds";
import { PHONE_NEWS } from "~/domain/notices/phone-news";
import { POWERS } from "~/domain/identity/powers";
import { SMS_LENGTH_MAX, smsText } from "~/domain/notices/sms-text";
import { COMPLETE_LANGUAGES } from "~/platform/language";
import { wordCode, wordConsent, wordNotice, wordPhoneChanged } from "./word-notice";

const PLACE = {
  origin: "https://chophien.tuyenquang.gov.vn",
  keyOf: () => "a".repeat(22), // as `keyOfCode` makes them
  contact: "Sở Công Thương, (0219) 3866 236",
};

/** The longest that is plausible, letters outside the alphabet of an SMS among them. */
const LONGEST = {
  about: "UQ2222222-12-T1",
  purchaseCode: "UQ2222222",
  householdName: "Hợp tác xã nông nghiệp hữu cơ Lũng Cú – Đồng Văn",
  amountVnd: 123_456_789,
  receivedVnd: 123_456_789,
  deadlineAt: Date.parse("2026-12-26T23:45:00+07:00"),
  place: "Nhà văn hóa thôn Thượng Sơn “cũ”",
  byName: "Nguyễn Thị Hoàng Phương Quỳnh Anh",
  carrier: "Viettel Post",
  lotCode: "L260101-22222",
  trackingCode: "VTP12345678901234567",
  reason: "Hết hàng vụ này…",
};

const CASES = NOTICE_KIND_NAMES.flatMap((kind) =>
  COMPLETE_LANGUAGES.map((language) => ({ kind, language })),
);

describe.each(CASES)("$kind in $language", ({ kind, language }) => {
  const isNamed = ["product", "document", "licence"].includes(NOTICE_KINDS[kind].about);
  const facts = isNamed
    ? { ...LONGEST, about: "Chè Shan tuyết cổ thụ Cao Bồ loại đặc biệt, hộp 100 g" }
    : LONGEST;
  const words = wordNotice({ kind, language, facts }, PLACE);

  it("fits one SMS with its link, in letters that every phone shows", () => {
    const sms = `${smsText(words.shortText)} ${words.link}`;
    expect(sms).toMatch(/^[\n\r !-Z_a-z]+$/); // of GSM 03.38 what is ASCII; nothing that counts double
    expect(sms.length, sms).toBeLessThanOrEqual(SMS_LENGTH_MAX);
  });

  it("says all it names, with the reason where there is room, and leaves no hole", () => {
    expect(words.text).not.toMatch(/\{\{|undefined|NaN| {2}/);
    expect(words.text).toContain("Hết hàng vụ này…");
    expect(words.shortText).not.toContain("Hết hàng");
    expect(words.subject).toContain(facts.about);
  });

  it("leads where its reader can do something", () => {
    const path = words.link.replace(PLACE.origin, "");
    expect(path).toMatch(
      NOTICE_KINDS[kind].to === "buyer" ? /^\/o\/UQ2222222\.a{22}$/ : /^\/household(\/|$)/,
    );
  });
});

it.each(["household_code_handed", "household_code_used", "household_account_named"] as const)(
  "%s names the number to call, and fits one SMS with the longest names",
  (kind) => {
    const facts = {
      ...LONGEST,
      about: "Hợp tác xã Lũng Cú Đồng Văn",
      byName: "Nguyễn Thị Phương Anh",
    };
    for (const language of COMPLETE_LANGUAGES) {
      const words = wordNotice({ kind, language, facts }, PLACE);
      expect(words.shortText).toContain(" 02193866236.");
      expect(words.text).toContain(" 0219 3866 236.");
      const sms = `${smsText(words.shortText)} ${words.link}`;
      expect(sms.length, sms).toBeLessThanOrEqual(SMS_LENGTH_MAX);
      const unnamed = wordNotice({ kind, language, facts }, { ...PLACE, contact: "" });
      expect(unnamed.text).toMatch(/(?:Gọi Sở|Call us)\. /);
    }
  },
);

it("says nothing of money where none comes back, and of a tracking code where there is none", () => {
  const { amountVnd: _money, trackingCode: _code, reason: _reason, ...facts } = LONGEST;
  const textOf = (kind: "order_cancelled" | "order_sent") =>
    wordNotice({ kind, language: "vi", facts: { ...facts, trackingCode: "" } }, PLACE).text;
  expect(textOf("order_cancelled")).toBe(
    "Hợp tác xã nông nghiệp hữu cơ Lũng Cú – Đồng Văn đã hủy đơn UQ2222222-12-T1.",
  );
  expect(textOf("order_sent")).toBe("Đơn UQ2222222-12-T1 đã được gửi: Viettel Post.");
});

it.each(["vi", "en", "km", "hmn"] as const)("the SMS with a code in %s is one SMS", (language) => {
  const text = wordCode(language, { digits: "012345", purpose: "entry", consent: null });
  expect(text).toContain(" 012345,");
  expect(smsText(text)).toBe(text);
  expect(text.length).toBeLessThanOrEqual(SMS_LENGTH_MAX);
});

it.each(["vi", "en"] as const)(
  "the SMS with a code for another phone is one in %s and says what it is about",
  (language) => {
    const asked = wordCode(language, { digits: "012345", purpose: "change", consent: null });
    expect(asked).toContain(" 012345 ");
    expect(asked).not.toBe(
      wordCode(language, { digits: "012345", purpose: "entry", consent: null }),
    );
    expect(smsText(asked)).toBe(asked);
    expect(asked.length).toBeLessThanOrEqual(SMS_LENGTH_MAX);
  },
);

it.each(["vi", "en"] as const)(
  "the SMS to the numbers of a change are one each in %s, and say whom to call where a number is known",
  (language) => {
    for (const news of PHONE_NEWS) {
      const told = { news, ending: "641" };
      const long = wordPhoneChanged(language, told, "Sở Công Thương, 1900 636 363 123");
      const none = wordPhoneChanged(language, told, "Sở Công Thương, 12 phố Mẫu");
      expect(none).toMatch(/[a-z]\.$/u);
      for (const contact of ["0900 000 000", "+84 219 3866 222"]) {
        const text = wordPhoneChanged(language, told, contact);
        expect(text).toMatch(/ 0\d{9,10}\.$/u);
        expect(text.length).toBeLessThanOrEqual(SMS_LENGTH_MAX);
      }
      for (const text of [long, none]) expect(smsText(text)).toBe(text);
      expect(none.includes(" 641")).toBe(news === "changed");
    }
  },
);

it("the SMS that asks a household for its consent, and the one that says how to end it, are one SMS each", () => {
  const helper = "Nguyễn Thị Hoàng Phương Quỳnh Anh";
  const until = "2027-11-30";
  const asked = wordCode("vi", {
    digits: "012345",
    purpose: "consent",
    consent: { helper, powers: [...POWERS], until },
  });
  expect(asked).toContain("giup: san pham, don, gian hang den 30/11/2027");
  expect(asked).toContain(" 012345 ");
  expect(smsText(asked)).toBe(
    asked.normalize("NFC").replaceAll(/[^\x20-\x7e]/g, (c) => smsText(c)),
  );
  expect(smsText(asked).length).toBeLessThanOrEqual(SMS_LENGTH_MAX);
  const facts = { code: "GH-7K3QXM9", key: "k".repeat(22), helper, until };
  const { shortText, link } = wordConsent(facts, "https://chophien.hagiang.gov.vn");
  expect(link).toContain("/consents/GH-7K3QXM9?key=");
  expect(`${smsText(shortText)} ${link}`.length).toBeLessThanOrEqual(SMS_LENGTH_MAX);
});
