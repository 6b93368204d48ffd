import type { SupplyCase } from "~/domain/supply/types";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** That something is new to the reader, who has this case, and the button by which they have read it. */
export function CaseNews({ found, shownAt }: { found: SupplyCase; shownAt: number }) {
  const t = useT();
  return (
    <Notice
      tone="plain"
      title={t(found.seenAt === null ? "supply.newsHandedOver" : "supply.newsTitle")}
    >
      <form method="post" action={paths.supplyCase(found.id)} className="mt-2">
        <input type="hidden" name="intent" value="see" />
        <input type="hidden" name="shownAt" value={shownAt} />
        <button className="button button-quiet">{t("supply.newsSeen")}</button>
      </form>
    </Notice>
  );
}

/** Beside what is new. */
export function NewMark() {
  const t = useT();
  return (
    <strong className="ml-2 rounded bg-persimmon-tint px-2 text-sm text-persimmon">
      {t("supply.newsMark")}
    </strong>
  );
}
