import type { Closing } from "~/domain/households/shop-closure";
import { formatDate } from "~/platform/period";
import { useDesk } from "~/ui/households/use-desk";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** For the household itself, above its work of today: that it takes no orders, or will take none shortly. */
export function DeskClosure({ closing }: { closing: Closing | null }) {
  const t = useT();
  const { query, may } = useDesk();
  if (closing === null) return null;
  const days = { from: formatDate(closing.from), until: formatDate(closing.until) };
  return (
    <Notice
      tone="plain"
      title={t(closing.isClosed ? "shipping.closureDeskNow" : "shipping.closureDeskNear", days)}
    >
      {may("shipping_rules.edit") ? (
        <a className="inline-flex min-h-12 items-center" href={paths.shopClosure(query)}>
          {t("shipping.closureChange")}
        </a>
      ) : null}
    </Notice>
  );
}
