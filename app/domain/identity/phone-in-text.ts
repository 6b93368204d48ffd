import { formatPhone } from "./phone";

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
