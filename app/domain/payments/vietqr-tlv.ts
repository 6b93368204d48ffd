import { invariant } from "~/platform/invariant";
import { fail, succeed } from "~/platform/result";
import type { Result } from "~/platform/result";

export type TlvCode = "qr_malformed" | "qr_duplicate_tag";

/** Tag to value, in the order they stood in. */
export type TlvFields = ReadonlyMap<string, string>;

const LONGEST_VALUE = 99;

/**
 * One level of EMVCo's tag-length-value text: 2-digit tag, 2-digit length in characters (01-99), value.
 * `qr_malformed`: a length that does not fit, or anything left over; `qr_duplicate_tag`: a tag twice.
 * Nested values are read by calling it again, so the depth is the caller's and never the input's.
 * Source: NAPAS «Tài liệu quy định về định dạng mã VietQR» v1.0, whose own printed example fails here.
 */
export function readTlv(text: string): Result<TlvFields, TlvCode> {
  const fields = new Map<string, string>();
  let position = 0;
  do {
    const head = text.slice(position, position + 4);
    if (!/^\d{4}$/.test(head)) return fail("qr_malformed");
    const tag = head.slice(0, 2);
    const length = Number(head.slice(2));
    const value = text.slice(position + 4, position + 4 + length);
    if (length === 0 || value.length !== length) return fail("qr_malformed");
    // Two amounts or two accounts: which one a bank app takes is anybody's guess.
    if (fields.has(tag)) return fail("qr_duplicate_tag");
    fields.set(tag, value);
    position += 4 + length;
  } while (position < text.length);
  return succeed(fields);
}

/** One data object as text. Throws on a value that is empty or longer than 99: callers check people's input. */
export function writeTlv(tag: string, value: string): string {
  invariant(/^\d{2}$/.test(tag), `not a tag: ${tag}`);
  invariant(value.length > 0 && value.length <= LONGEST_VALUE, `tag ${tag} cannot hold its value`);
  return `${tag}${String(value.length).padStart(2, "0")}${value}`;
}

/**
 * CRC-16/CCITT-FALSE of ASCII text as 4 upper-case hex digits: polynomial 0x1021, start 0xFFFF, no
 * reflection, no final xor. For VietQR the text ends with "6304", the head of the checksum itself.
 */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let i = 0; i < text.length; i += 1) {
    crc ^= text.charCodeAt(i) << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    }
    crc &= 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}
