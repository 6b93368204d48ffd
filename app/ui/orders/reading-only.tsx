import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** On a page that was found by number and phone: why it has no buttons, and the way to those. */
export function ReadingOnly({ mayAct }: { mayAct: boolean }) {
  const t = useT();
  if (mayAct) return null;
  return (
    <Notice tone="plain" title={t("orders.readingOnly")}>
      <p>{t("orders.readingOnlyText")}</p>
    </Notice>
  );
}
