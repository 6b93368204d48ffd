import { vnd } from "~/platform/money";
import type { Vnd } from "~/platform/money";
import { fail, succeed } from "~/platform/result";
import type { Result } from "~/platform/result";
import { crc16, readTlv } from "./vietqr-tlv";
import type { TlvCode, TlvFields } from "./vietqr-tlv";

export type VietQrPayee =
  | { scheme: "napas"; bankBin: string; accountNumber: string; accountKind: "account" | "card" }
  | { scheme: "vnpay"; merchantId: string };

export type VietQrParsed = {
  /** `static` may be paid many times, `dynamic` belongs to one payment. */
  initiation: "static" | "dynamic";
  payee: VietQrPayee;
  /** Null: the payer types it. */
  amountVnd: Vnd | null;
  merchantName: string | null;
  merchantCity: string | null;
  billNumber: string | null;
  storeLabel: string | null;
  reference: string | null;
  terminalLabel: string | null;
  /** Purpose of the transfer, 62-08; from others it may be longer than the 25 we write. */
  memo: string | null;
};

export type VietQrParseCode =
  | TlvCode
  | "qr_too_long"
  | "qr_not_ascii"
  | "qr_crc_missing"
  | "qr_crc_mismatch"
  | "qr_version_unsupported"
  | "qr_initiation_invalid"
  | "qr_payee_missing"
  | "qr_payee_ambiguous"
  | "qr_payee_invalid"
  | "qr_service_unsupported"
  | "qr_currency_unsupported"
  | "qr_amount_invalid"
  | "qr_country_unsupported"
  | "qr_additional_data_invalid";

export type VietQrParseResult = Result<VietQrParsed, VietQrParseCode>;

const LONGEST_TEXT = 512;
const NAPAS_GUID = "A000000727";
const VNPAY_GUID = "A000000775";
const ACCOUNT_PATTERN = /^[A-Za-z0-9]{1,19}$/;
// Pattern and not number: "180000.0", "1e5" and "0180000" would all become a plausible amount.
const AMOUNT_PATTERN = /^[1-9]\d{0,12}$/;

/**
 * Reads a VietQR (NAPAS, tag 38) or VNPAY-QR (tag 26) text and believes nothing that does not add up:
 * the best-kept library reads NAPAS's own misprinted example as another person's account.
 * Source: NAPAS «Tài liệu quy định về định dạng mã VietQR» v1.0 (09/2021), on EMVCo merchant-presented QR.
 */
export function parseVietQr(text: string): VietQrParseResult {
  if (text.length > LONGEST_TEXT) return fail("qr_too_long");
  if (!/^[ -~]*$/.test(text)) return fail("qr_not_ascii");
  const root = readTlv(text);
  if (!root.ok) return root;
  const refusal = refusalOfFrame(text, root.value);
  if (refusal !== null) return fail(refusal);
  const payee = readPayee(root.value);
  if (!payee.ok) return payee;
  return readDetails(root.value, payee.value);
}

function refusalOfFrame(text: string, root: TlvFields): VietQrParseCode | null {
  const tags = [...root.keys()];
  if (tags.at(-1) !== "63") return "qr_crc_missing";
  if (!isChecksumRight(text, root.get("63") ?? "")) return "qr_crc_mismatch";
  if (tags[0] !== "00" || root.get("00") !== "01") return "qr_version_unsupported";
  if (root.get("01") !== "11" && root.get("01") !== "12") return "qr_initiation_invalid";
  if (root.get("53") !== "704") return "qr_currency_unsupported";
  if (root.get("58") !== "VN") return "qr_country_unsupported";
  const amount = root.get("54");
  if (amount !== undefined && !AMOUNT_PATTERN.test(amount)) return "qr_amount_invalid";
  return null;
}

// MB Bank prints it in lower case; nobody mixes.
function isChecksumRight(text: string, checksum: string): boolean {
  if (!/^(?:[0-9A-F]{4}|[0-9a-f]{4})$/.test(checksum)) return false;
  return checksum.toUpperCase() === crc16(text.slice(0, -4));
}

function readPayee(root: TlvFields): Result<VietQrPayee, VietQrParseCode> {
  const napas = root.get("38");
  const vnpay = root.get("26");
  // Money would go to one of two places, depending on the bank app.
  if (napas !== undefined && vnpay !== undefined) return fail("qr_payee_ambiguous");
  if (napas !== undefined) return readNapasPayee(napas);
  if (vnpay !== undefined) return readVnpayPayee(vnpay);
  return fail("qr_payee_missing");
}

function readNapasPayee(text: string): Result<VietQrPayee, VietQrParseCode> {
  const fields = readTlv(text);
  if (!fields.ok) return fields;
  if (fields.value.get("00") !== NAPAS_GUID) return fail("qr_payee_invalid");
  const beneficiary = readTlv(fields.value.get("01") ?? "");
  if (!beneficiary.ok) return beneficiary;
  const bankBin = beneficiary.value.get("00") ?? "";
  const accountNumber = beneficiary.value.get("01") ?? "";
  const areOnlyKnown = fields.value.size <= 3 && beneficiary.value.size === 2;
  if (!/^\d{6}$/.test(bankBin) || !ACCOUNT_PATTERN.test(accountNumber) || !areOnlyKnown) {
    return fail("qr_payee_invalid");
  }
  const service = fields.value.get("02");
  if (service !== "QRIBFTTA" && service !== "QRIBFTTC") return fail("qr_service_unsupported");
  const accountKind = service === "QRIBFTTA" ? "account" : "card";
  return succeed({ scheme: "napas", bankBin, accountNumber, accountKind });
}

function readVnpayPayee(text: string): Result<VietQrPayee, VietQrParseCode> {
  const fields = readTlv(text);
  if (!fields.ok) return fields;
  const merchantId = fields.value.get("01") ?? "";
  const isVnpay = fields.value.get("00") === VNPAY_GUID && fields.value.size === 2;
  if (!isVnpay || !ACCOUNT_PATTERN.test(merchantId)) return fail("qr_payee_invalid");
  return succeed({ scheme: "vnpay", merchantId });
}

function readDetails(root: TlvFields, payee: VietQrPayee): VietQrParseResult {
  const template = root.get("62");
  const additional =
    template === undefined ? succeed(new Map<string, string>()) : readTlv(template);
  if (!additional.ok) return fail("qr_additional_data_invalid");
  const amount = root.get("54");
  return succeed({
    initiation: root.get("01") === "11" ? "static" : "dynamic",
    payee,
    amountVnd: amount === undefined ? null : vnd(Number(amount)),
    merchantName: root.get("59") ?? null,
    merchantCity: root.get("60") ?? null,
    billNumber: additional.value.get("01") ?? null,
    storeLabel: additional.value.get("03") ?? null,
    reference: additional.value.get("05") ?? null,
    terminalLabel: additional.value.get("07") ?? null,
    memo: additional.value.get("08") ?? null,
  });
}
