import { OCOP_SETS } from "~/domain/catalog/ocop-sets";
import { PRODUCT_STATUSES } from "~/domain/catalog/product-status";
import { PRODUCT_TAX_CLASSES } from "~/domain/catalog/tax-class";
import { CONTENT_UNITS } from "~/domain/catalog/units";
import { TABLE_COLUMNS } from "~/domain/exchange/table-columns";
import type { TemplateWords } from "~/domain/exchange/table-file";
import type { TableWords } from "~/domain/exchange/table-words";
import { setName } from "~/ui/catalog/set-names";
import { COMPLETE_LANGUAGES } from "~/platform/language";
import { translatorFor, type Translate } from "~/web/i18n";

/** Of a table of products, in the reader's language. */
export function tableWords(t: Translate): TableWords {
  return {
    head: recordOf(TABLE_COLUMNS, (column) => t(`exchange.head_${column}`)),
    sets: OCOP_SETS.map((set) => setName(t, set)),
    units: recordOf(CONTENT_UNITS, (unit) => t(`exchange.unit_${unit}`)),
    taxClasses: recordOf(PRODUCT_TAX_CLASSES, (one) => t(`tax.class_${one}`)),
    statuses: recordOf(PRODUCT_STATUSES, (status) => t(`households.productStatus_${status}`)),
    note: t("exchange.note"),
  };
}

/** Of every language in which a table may come. */
export function allTableWords(): TableWords[] {
  return COMPLETE_LANGUAGES.map((language) => tableWords(translatorFor(language)));
}

export function templateWords(t: Translate): TemplateWords {
  return {
    sample: {
      name: t("exchange.sample_name"),
      nameEn: t("exchange.sample_nameEn"),
      ocopSet: "4",
      description: t("exchange.sample_description"),
      packLabel: t("exchange.sample_packLabel"),
      contentQuantity: "500",
      contentUnit: "ml",
      weightGrams: "700",
      priceVnd: "185.000",
      stockCount: "24",
      madeOn: "22/11/2026",
      expiresOn: "22/11/2027",
    },
    help: recordOf(TABLE_COLUMNS, (column) => t(`exchange.help_${column}`)),
    columnHead: t("exchange.helpColumn"),
    helpHead: t("exchange.helpText"),
  };
}

function recordOf<Key extends string>(
  keys: readonly Key[],
  textOf: (key: Key) => string,
): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, textOf(key)])) as Record<Key, string>;
}
