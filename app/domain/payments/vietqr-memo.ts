/** What the purpose field (62-08) holds by the NAPAS document. */
export const MEMO_LENGTH_MAX = 25;

/** More than this is cut before it is looked at; a memo of 25 characters never needs it. */
const INPUT_LENGTH_MAX = 1_024;

/**
 * Text as it may stand in a VietQR memo: at most 25 ASCII letters, digits and single spaces, none at the
 * ends. May come out empty; the encoder refuses an empty memo, so leave it away then.
 * Capitals are kept, unlike `fold`: people read this line in their bank app.
 */
export function toMemoText(text: string): string {
  return (
    text
      .slice(0, INPUT_LENGTH_MAX)
      // đ is a letter of its own to Unicode: NFD leaves it whole and the filter would swallow it.
      .replaceAll("đ", "d")
      .replaceAll("Đ", "D")
      .normalize("NFD")
      .replaceAll(/[^A-Za-z0-9 ]+/g, "")
      .replaceAll(/ +/g, " ")
      .trim()
      .slice(0, MEMO_LENGTH_MAX)
      .trimEnd()
  );
}
