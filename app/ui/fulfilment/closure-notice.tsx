import { reopensOn, type Closing } from "~/domain/households/shop-closure";
import { formatDate } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** For buyers: when a household takes no orders, while it does not or shortly before. */
export function ClosureNotice({ closing }: { closing: Closing | null }) {
  const t = useT();
  if (closing === null) return null;
  const { isClosed, from, until } = closing;
  if (!isClosed) {
    const days = { from: formatDate(from), until: formatDate(until) };
    return (
      <Notice tone="plain" title={t("shipping.closureNear", days)}>
        <p>{t("shipping.closureNearText")}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="plain"
      title={t("shipping.closureNow", { day: formatDate(reopensOn({ from, until })) })}
    >
      <p>{t("shipping.closureNowText")}</p>
    </Notice>
  );
}
