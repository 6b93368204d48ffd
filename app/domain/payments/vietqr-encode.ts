import { fail, succeed } from "~/platform/result";
import type { Result } from "~/platform/result";
import { crc16, writeTlv } from "./vietqr-tlv";

export type VietQrInput = {
  /** 6 digits, see `banks.ts`. */
  bankBin: string;
  /** 1-19 ASCII letters and digits. */
  accountNumber: string;
  /** Whole đồng, 1 to 13 digits; absent, the payer types it. */
  amountVnd?: number | undefined;
  /** 1-25 ASCII letters, digits and spaces; `toMemoText` prepares other text. */
  memo?: string | undefined;
};

export type VietQrEncodeCode =
  "bank_bin_invalid" | "account_number_invalid" | "amount_invalid" | "memo_invalid";
export type VietQrEncodeResult = Result<string, VietQrEncodeCode>;

const NAPAS_GUID = "A000000727";
const TRANSFER_TO_ACCOUNT = "QRIBFTTA";
const LARGEST_AMOUNT_VND = 9_999_999_999_999;

/**
 * The text of a NAPAS VietQR that pays into a bank account: static without an amount, dynamic with one.
 * Refuses and never mends: a shortened memo or a rounded amount would be a transfer nobody can match.
 * Source: NAPAS «Tài liệu quy định về định dạng mã VietQR» v1.0 (09/2021).
 */
export function encodeVietQr(input: VietQrInput): VietQrEncodeResult {
  const { bankBin, accountNumber, amountVnd, memo } = input;
  if (!isText(bankBin, /^\d{6}$/)) return fail("bank_bin_invalid");
  if (!isText(accountNumber, /^[A-Za-z0-9]{1,19}$/)) return fail("account_number_invalid");
  if (amountVnd !== undefined && !isAmount(amountVnd)) return fail("amount_invalid");
  if (memo !== undefined && !isText(memo, /^[A-Za-z0-9 ]{1,25}$/)) return fail("memo_invalid");

  const beneficiary = writeTlv("00", bankBin) + writeTlv("01", accountNumber);
  const payee =
    writeTlv("00", NAPAS_GUID) + writeTlv("01", beneficiary) + writeTlv("02", TRANSFER_TO_ACCOUNT);
  const body = [
    writeTlv("00", "01"),
    writeTlv("01", amountVnd === undefined ? "11" : "12"),
    writeTlv("38", payee),
    writeTlv("53", "704"),
    amountVnd === undefined ? "" : writeTlv("54", String(amountVnd)),
    writeTlv("58", "VN"),
    memo === undefined ? "" : writeTlv("62", writeTlv("08", memo)),
    // The checksum covers its own tag and length.
    "6304",
  ].join("");
  return succeed(body + crc16(body));
}

// A number or an array passes a regular expression too, and has no length to write down.
function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value);
}

function isAmount(amountVnd: number): boolean {
  return Number.isSafeInteger(amountVnd) && amountVnd >= 1 && amountVnd <= LARGEST_AMOUNT_VND;
}
