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

/** The same words with every telephone number covered but its last three digits. */
export function coverPhones(text: string): string {
  if (isId(text)) return text;
  return text.replaceAll(new RegExp(WRITTEN, "gu"), (written) =>
    maskPhone(written.replaceAll(/\D/g, "")),
  );
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
