import { LICENCE_URL, OBS_STATUS_CODES } from "~/domain/opendata/codes";
import type { FileWords } from "~/domain/opendata/file-words";
import type { Commune } from "~/domain/places/types";
import type { Translate } from "~/web/i18n";
import { codeNames } from "./code-names";

/** What stands in the files beside the figures, in one language. */
export function fileWords(
  t: Translate,
  of: { communes: readonly Commune[]; isDemo: boolean },
): FileWords {
  const { communes, isDemo } = of;
  return {
    names: codeNames(t, communes),
    notes: [
      [t("opendata.noteSource"), t("method.lineSource_measured")],
      [t("opendata.noteCoverage"), t("opendata.noteCoverageText")],
      [t("opendata.noteMethod"), t("method.operational")],
      [t("opendata.noteWithheld"), t("statistics.withheldNote")],
      [t("opendata.noteBreak"), t("statistics.mergerNote")],
      [t("opendata.licence"), `${t("opendata.licenceText")} ${LICENCE_URL}`],
      [t("opendata.frequency"), t("opendata.frequencyText")],
      [t("opendata.area"), t("opendata.areaText")],
      [t("opendata.dimensionTable"), t("opendata.unnamedText")],
      ...OBS_STATUS_CODES.map(
        (code) => [`obs_status ${code}`, t(`opendata.status_${code}`)] as const,
      ),
      ...(isDemo
        ? ([[t("opendata.noteSample"), t("statistics.sampleNote")]] as const)
        : ([] as const)),
    ],
    words: {
      data: t("opendata.sheetData"),
      notes: t("opendata.sheetNotes"),
      name: t("opendata.noteName"),
      text: t("opendata.noteText"),
      asOf: t("opendata.noteAsOf"),
      notYet: t("opendata.notYet"),
    },
  };
}
