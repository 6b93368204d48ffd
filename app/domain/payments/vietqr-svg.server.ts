import { invariant } from "~/platform/invariant";
import { drawQrSvg, type QrSvgInput } from "~/platform/qr-svg.server";
import { parseVietQr } from "./vietqr-parse";

/**
 * The picture of a VietQR. Throws on text that `parseVietQr` refuses: two pieces of code written apart must agree
 * before money goes.
 */
export function drawVietQrSvg(input: QrSvgInput): string {
  const parsed = parseVietQr(input.value);
  invariant(parsed.ok, "only a VietQR that reads back is drawn");
  return drawQrSvg(input);
}
