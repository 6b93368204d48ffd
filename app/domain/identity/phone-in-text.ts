import { formatPhone, maskPhone } from "./phone";

/** Mobile phones, landlines and the numbers 1800 and 1900, in any usual writing. */
const WRITTEN =
  /(?<!\d)(?:(?:\+84|0)(?:[\s.\-–()]{0,2}\d){9,10}|1[89]00(?:[\s.\-–]?\d){4,6})(?!\d)/u;

/** The first telephone number that somebody wrote among other words: its digits, and as people read it; null: none. */
export function phoneInText(text: string): { digits: string; shown: string } | null {
  const written = WRITTEN.exec(text)?.[0];
  if (written === undefined) return null;
  const digits = written.replaceAll(/[^\d+]/g, "").replace(/^\+84(?:0(?=\d{9}))?/, "0");
  const isMobile = formatPhone(digits) !== digits;
  return { digits, shown: isMobile ? formatPhone(digits) : written.replaceAll(/[()]/g, "") };
}

/** Phones in yet other writings, numbers of identity papers and accounts: so many digits in a row call or name somebody. */
const LONG_NUMBER = /(?<![\w.])\d{9,}(?!\w)/gu;
const MAIL = /[^\s@<>"]+@[^\s@<>"]+\.\w{2,}/gu;

/** The same words with every telephone number, and what else may name somebody, covered but its last three digits; of mail all. */
export function coverPhones(text: string): string {
  if (isId(text)) return text;
  return text
    .normalize("NFKC")
    .replaceAll(MAIL, "••••")
    .replaceAll(new RegExp(WRITTEN, "gu"), (written) => maskPhone(written.replaceAll(/\D/g, "")))
    .replaceAll(LONG_NUMBER, maskPhone);
}

/** As JSON, with every telephone number in its texts covered so. */
export function jsonWithoutPhones(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "string" ? coverPhones(inner) : inner,
  );
}

/** Ids and hashes have digits in a row that call nobody. */
function isId(text: string): boolean {
  return /^(?:[a-z]{2,5}_)?[0-9a-f]{32,64}$/.test(text);
}
