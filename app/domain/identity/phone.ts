// Operators are not told apart: numbers move between them. Source: domain.md, G2.
const MOBILE = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/;
const TYPED_LENGTH_MAX = 40;

/**
 * The ten digits of a Vietnamese mobile number in any usual writing (`+84 912.345.678`, `0084-912-345-678`,
 * `(0912) 345 678`), or null for anything else.
 */
export function normalisePhone(text: string): string | null {
  if (text.length > TYPED_LENGTH_MAX) return null;
  // \p{Cf}: numbers copied from a phone book come wrapped in marks of the writing direction.
  const typed = text.replaceAll(/[\s.\-–()/\p{Cf}]+/gu, "");
  const national = typed.replace(/^(?:\+|00)?84(?=0?\d{9}$)0?/, "0");
  return MOBILE.test(national) ? national : null;
}

/** True when both write the same number, each in its own way; what is no mobile number is compared by its digits. */
export function isSamePhone(one: string, other: string): boolean {
  const [first, second] = [one, other].map(
    (text) => normalisePhone(text) ?? text.replaceAll(/\D/g, ""),
  );
  return first === second && first !== "";
}

/** `0912 345 678`; what is no ten-digit number comes back as it is. */
export function formatPhone(phone: string): string {
  return phone.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1\u00a0$2\u00a0$3");
}

/** `•••• 678`, for lists that need not show a number to tell people apart. */
export function maskPhone(phone: string): string {
  return `•••• ${phoneEnding(phone)}`;
}

/** `678`: all of a number that records name. */
export function phoneEnding(phone: string): string {
  return phone.slice(-3);
}
