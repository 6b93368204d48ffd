import { formatPhone } from "~/domain/identity/phone";
import type { RecallNotice } from "~/domain/orders/types-recall";
import { useBilingual } from "~/ui/in-language";
import { RecallWords } from "~/ui/lots/recall-words";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** On top of the buyer's page: what of the order is recalled, why, and what to do. */
export function RecallNotices({ recalls }: { recalls: readonly RecallNotice[] }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  return recalls.map((recall) => {
    const name = bilingual(recall.productName, recall.productNameEn);
    const { lotCode: code, quantity: count } = recall;
    return (
      <Notice
        key={`${code} ${recall.productName}`}
        tone="attention"
        title={t("lots.noticeTitle", { name })}
      >
        <p>
          <a className="num underline" href={paths.lot(language, code)}>
            {t("lots.noticePacks", { count, code })}
          </a>
        </p>
        <RecallWords reason={recall.reason} instruction={recall.instruction} />
        <p className="mt-3">
          <a className="button button-quiet" href={`tel:${recall.householdPhone}`}>
            {t("lots.callHousehold", { phone: formatPhone(recall.householdPhone) })}
          </a>
        </p>
      </Notice>
    );
  });
}
