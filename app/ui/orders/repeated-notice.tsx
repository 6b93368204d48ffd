import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** The same order was sent twice: this is the one that was placed. */
export function RepeatedNotice() {
  const t = useT();
  return (
    <Notice tone="attention" title={t("orders.repeated")}>
      <p>{t("orders.repeatedText")}</p>
    </Notice>
  );
}
