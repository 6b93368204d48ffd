/** An id as `newId` makes them, a UUIDv7 by this phone's clock. */
export function newPhoneId(prefix: "prd" | "dlg"): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const time = Date.now();
  view.setUint16(0, Math.floor(time / 2 ** 32));
  view.setUint32(2, time % 2 ** 32);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  return `${prefix}_${[...bytes].map((one) => one.toString(16).padStart(2, "0")).join("")}`;
}
