import { expect, test } from "vitest";
import { Banks } from "vietnam-qr-pay";
import { BANKS, findBank } from "./banks";
import { encodeVietQr } from "./vietqr-encode";

test("the counters in the communes come first", () => {
  expect(BANKS.slice(0, 3).map((bank) => bank.shortName)).toEqual([
    "Agribank",
    "LPBank",
    "Co-opBank",
  ]);
});

test("every number is there once, and one that a QR can carry", () => {
  expect(new Set(BANKS.map((bank) => bank.bin)).size).toBe(BANKS.length);
  expect(new Set(BANKS.map((bank) => bank.shortName)).size).toBe(BANKS.length);
  for (const { bin } of BANKS)
    expect(encodeVietQr({ bankBin: bin, accountNumber: "1" }).ok).toBe(true);
});

test("the numbers are those of vietnam-qr-pay, name by name", () => {
  const key = (name: string) => name.toLowerCase().replaceAll(/[^a-z]|bank|by|vpbank|vietnam/g, "");
  // Theirs: two older names for one number, and one bank under its Vietnamese name.
  const otherNames: Record<string, string> = {
    "970421": "VietNgaBank",
    "546034": "CAKE by VPBank",
    "546035": "Ubank by VPBank",
  };
  const unknownToThem = BANKS.filter((bank) => {
    const theirs = Banks.filter((other) => other.bin === bank.bin).map((other) =>
      key(other.shortName),
    );
    if (theirs.length > 0)
      expect(theirs, bank.bin).toContain(key(otherNames[bank.bin] ?? bank.shortName));
    return theirs.length === 0;
  });
  expect(unknownToThem.map((bank) => bank.bin)).toEqual(["971133", "971005", "971011"]);
});

test("finds a bank by its number, and 970403 is Sacombank", () => {
  expect(findBank("970403")?.shortName).toBe("Sacombank");
  expect(findBank("970436")?.shortName).toBe("Vietcombank");
  for (const bin of ["", "000000", "97040", "970403 ", "constructor", "__proto__"])
    expect(findBank(bin)).toBeNull();
});

test("numbers on which the lists disagree are marked", () => {
  expect(BANKS.filter((bank) => !bank.isBinConfirmed).map((bank) => bank.shortName)).toEqual([
    "Viettel Money",
    "VNPT Money",
  ]);
});
