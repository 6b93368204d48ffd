/** The fields that payOS signs: all of `data`, whatever they are. */
export type PayosData = Readonly<Record<string, unknown>>;

/**
 * What payOS's signature is made over: `key=value` of each field, sorted by key and joined by `&`; null is empty.
 * A list is its JSON, the fields of its objects sorted. Source: payos.vn/docs, «Kiểm tra dữ liệu với signature», and
 * payOS's own libraries, which also take the words `null` and `undefined` for empty.
 */
export function payosSignedText(data: PayosData): string {
  return Object.keys(data)
    .toSorted()
    .map((key) => `${key}=${textOf(data[key])}`)
    .join("&");
}

/**
 * True when the signed text could also be that of other fields: values are not escaped, so a buyer who writes
 * `&orderCode=7` into a memo makes payOS sign a text that means two things. `&` alone is harmless, as long as no `=`
 * follows before the next one.
 */
export function isAmbiguous(data: PayosData): boolean {
  return Object.entries(data).some(
    ([key, value]) => /[&=]/.test(key) || /&[^&]*=/.test(textOf(value)),
  );
}

const EMPTY = new Set<unknown>([null, undefined, "null", "undefined"]);

function textOf(value: unknown): string {
  if (EMPTY.has(value)) return "";
  if (Array.isArray(value)) return JSON.stringify(value.map(sorted));
  return typeof value === "string" ? value : JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
