import { unaccent } from "~/platform/fold";

/** One SMS. A longer one, or one with a letter outside the alphabet below, is paid and sent as several. */
export const SMS_LENGTH_MAX = 160;
/** Of a name within an SMS; the link leads to all of it. */
const NAME_LENGTH_MAX = 20;

// GSM 03.38, the alphabet that every phone shows. Its extension (`{`, `[`, `~`, `€` ...) counts double and is left out.
const GSM_LETTERS =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM_ALPHABET = new Set(GSM_LETTERS);

const PLAIN: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "–": "-",
  "—": "-",
  "−": "-",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "…": "...",
};

/** As Vietnamese is written where there are no accents: an accent would double the price, and old phones show boxes. */
export function smsText(text: string): string {
  return unaccent(text)
    .replaceAll(/[^\w ]/gu, (letter) => {
      return PLAIN[letter] ?? (GSM_ALPHABET.has(letter) ? letter : " ");
    })
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

/** A name of at most 20 letters, cut between words where there is a place to cut. */
export function smsName(name: string): string {
  const whole = name.trim();
  if (whole.length <= NAME_LENGTH_MAX) return whole;
  const cut = whole.slice(0, NAME_LENGTH_MAX + 1);
  const end = cut.lastIndexOf(" ");
  return end >= NAME_LENGTH_MAX / 2 ? cut.slice(0, end) : whole.slice(0, NAME_LENGTH_MAX);
}
