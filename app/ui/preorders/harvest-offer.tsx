import type { OpenHarvest } from "~/domain/preorders/types";
import { formatVnd } from "~/platform/money";
import { formatDate } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** On a product's page: what is coming, and the way onto its list. */
export function HarvestOffer({ harvest, slug }: { harvest: OpenHarvest; slug: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Notice tone="plain" title={t("preorders.offerTitle")}>
      <HarvestFacts harvest={harvest} />
      {harvest.leftCount === 0 ? null : (
        <p className="mt-2">
          <a className="button button-quiet" href={paths.joinHarvest(language, slug)}>
            {t("preorders.joinLink")}
          </a>
        </p>
      )}
    </Notice>
  );
}

/** When it comes, what it costs, and how much of it may still be ordered. */
export function HarvestFacts({ harvest }: { harvest: OpenHarvest }) {
  const t = useT();
  const language = useLanguage();
  return (
    <p>
      {t("preorders.offerText", {
        from: formatDate(harvest.harvestFrom),
        to: formatDate(harvest.harvestTo),
        price: formatVnd(harvest.unitPriceVnd, language),
        closes: formatDate(harvest.closesOn),
      })}{" "}
      {harvest.leftCount === 0
        ? t("preorders.offerFull")
        : t("preorders.offerLeft", { count: harvest.leftCount })}
    </p>
  );
}
