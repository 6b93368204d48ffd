import { normalisePhone } from "~/domain/identity/phone";

/** What the filter points out to the department. It refuses nothing: a person decides. */
const FLAGS = ["phone", "account", "link", "insult"] as const;
export type Flag = (typeof FLAGS)[number];

const DATE = /\b\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})\b/g;
const DIGITS = /\+?\d(?:[\s.\-–()]*\d){5,}/g;
const ACCOUNT_WORDS =
  /(?<!\p{L})(?:stk|số tài khoản|số tk|tài khoản|ngân hàng|momo|account)(?!\p{L})/iu;
const ACCOUNT_DIGITS_MIN = 9;
const LINK =
  /https?:|www\.|\S@\S|(?<![\p{L}\d])[a-z\d-]+\.(?:com|vn|net|org|info|shop|store|xyz|me|ly|io|top|site|online)(?![\p{L}\d])|(?<!\p{L})(?:zalo|facebook|messenger|telegram|viber|tiktok|shopee|lazada)(?!\p{L})/iu;

const DIGIT_WORDS = "không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín";
/** A number spelled out, as people do who know of such filters. */
const SPELLED_NUMBER = new RegExp(
  `(?<!\\p{L})(?:${DIGIT_WORDS})(?:[\\s.,-]+(?:${DIGIT_WORDS})){7,}(?!\\p{L})`,
  "iu",
);

// With their diacritics: without them many are everyday words.
const INSULTS = [
  ..."đồ chó|con chó|thằng chó|óc chó|chó má|chó đẻ|đồ ngu|ngu như|thằng ngu|con ngu|khốn nạn|mất dạy|vô học".split(
    "|",
  ),
  ..."súc vật|đồ lừa|lừa đảo|quân lừa|ăn cắp|ăn cướp|mẹ mày|mẹ nó|bố mày|địt|đụ|đéo|lồn|cặc|buồi|đĩ|mọi rợ".split(
    "|",
  ),
  ..."mán mọi|đồ mọi|bọn mọi|vcl|vkl|vl|clgt|đmm|dmm|đkm|đcm|fuck|shit|bitch|scam|scammer|idiot".split(
    "|",
  ),
];
const INSULT = new RegExp(`(?<![\\p{L}\\d])(?:${INSULTS.join("|")})(?![\\p{L}\\d])`, "iu");

/** What in these words a moderator should look at, in the order of `FLAGS`. */
export function flagsOf(text: string): Flag[] {
  const found = new Set<Flag>(numberFlags(text));
  if (SPELLED_NUMBER.test(text)) found.add("phone");
  if (LINK.test(text)) found.add("link");
  if (INSULT.test(text)) found.add("insult");
  return FLAGS.filter((flag) => found.has(flag));
}

function numberFlags(text: string): Flag[] {
  const hasPhone = Array.from(text.matchAll(DIGITS)).some(([typed]) => isPhone(typed));
  const digitsMin = ACCOUNT_WORDS.test(text) ? 0 : ACCOUNT_DIGITS_MIN;
  const hasAccount = Array.from(text.replaceAll(DATE, " ").matchAll(DIGITS)).some(
    ([typed]) => !isPhone(typed) && typed.replaceAll(/\D/g, "").length >= digitsMin,
  );
  return [...(hasPhone ? ["phone" as const] : []), ...(hasAccount ? ["account" as const] : [])];
}

/** The number of a mobile phone or of a landline. */
function isPhone(typed: string): boolean {
  const digits = typed.replaceAll(/\D/g, "");
  return normalisePhone(typed) !== null || /^(?:0|84)2\d{8,9}$/.test(digits);
}
