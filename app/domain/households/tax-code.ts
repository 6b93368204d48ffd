const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * The digits of a tax code in any usual writing, or null for anything else: 10 with a check digit, 13 for a branch,
 * or the 12 of a personal identification number, which is the tax code of people, households and household businesses
 * since 1 July 2025 (Circular 86/2024/TT-BTC). A household business has no other registration number.
 */
export function readTaxCode(typed: string): string | null {
  const groups = typed.replaceAll(/[\s.]/gu, "");
  // A personal number begins with the code of a place of birth, 001 to 096; with a dash it is a branch's, cut off.
  if (/^0\d{11}$/.test(groups)) return groups;
  const digits = groups.replaceAll(/[-–]/gu, "");
  return /^\d{10}(\d{3})?$/.test(digits) && hasRightCheckDigit(digits) ? digits : null;
}

function hasRightCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return 10 - (sum % 11) === Number(digits[9]);
}

/** Of a person: not for whoever happens by, but for whoever has bought. */
export function isPersonalNumber(taxCode: string): boolean {
  return taxCode.length === 12;
}

/** `0300588569-001`; the others as they are. */
export function formatTaxCode(digits: string): string {
  return digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits;
}
