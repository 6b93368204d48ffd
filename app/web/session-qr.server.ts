import { drawQrSvg } from "~/platform/qr-svg.server";
import type { DoorArgs, Entry } from "./guard.server";
import { translatorFor } from "./i18n";
import { originOf } from "./origin.server";
import { paths } from "./paths";

/** The code of a training session, to be read by a phone. */
export function drawSessionQr(
  { request }: DoorArgs,
  { language, code }: Pick<Entry, "language"> & { code: string },
): string {
  return drawQrSvg({
    value: new URL(paths.trainingByCode(code), originOf(request)).href,
    title: translatorFor(language)("training.sheetQr", { code }),
  });
}
