import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** On a page without buttons why it has none: its buyer is gone, or it was found by number and phone; then the way to those. */
export function ReadingOnly({ link }: { link: { mayAct: boolean; isBuyerGone: boolean } }) {
  const t = useT();
  if (link.mayAct) return null;
  return link.isBuyerGone ? (
    <Notice tone="plain" title={t("orders.buyerGone")}>
      <p>{t("orders.buyerGoneText")}</p>
    </Notice>
  ) : (
    <Notice tone="plain" title={t("orders.readingOnly")}>
      <p>{t("orders.readingOnlyText")}</p>
    </Notice>
  );
}
