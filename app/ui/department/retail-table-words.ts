import { RETAIL_KINDS, RETAIL_STAGES } from "~/domain/statistics/retail-stages";
import {
  RETAIL_COLUMNS,
  RETAIL_UNIT_NAMES,
  type RetailWords,
} from "~/domain/statistics/retail-table";
import { COMPLETE_LANGUAGES } from "~/platform/language";
import { translatorFor, type Translate } from "~/web/i18n";

/** Of a table of retail totals, in the reader's language. */
export function retailWords(t: Translate): RetailWords {
  return {
    head: recordOf(RETAIL_COLUMNS, (column) => t(`department.importHead_${column}`)),
    kinds: recordOf(RETAIL_KINDS, (kind) => t(`statistics.kind_${kind}`)),
    stages: recordOf(RETAIL_STAGES, (stage) => t(`statistics.stage_${stage}`)),
    units: recordOf(RETAIL_UNIT_NAMES, (unit) => t(`department.importUnit_${unit}`)),
    note: t("department.importNote"),
  };
}

/** Of every language in which a table may come. */
export function allRetailWords(): RetailWords[] {
  return COMPLETE_LANGUAGES.map((language) => retailWords(translatorFor(language)));
}

function recordOf<Key extends string>(
  keys: readonly Key[],
  textOf: (key: Key) => string,
): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, textOf(key)])) as Record<Key, string>;
}
