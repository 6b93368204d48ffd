import type { PreorderView } from "~/domain/preorders/types";
import { formatPhone } from "~/domain/identity/phone";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatDate } from "~/platform/period";
import { Fact } from "~/ui/catalog/product-facts";
import { useBilingual, useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useBuyerName } from "~/ui/orders/buyer-name";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { PreorderStatusMark } from "./preorder-status-mark";

/** A place on a list as its buyer sees it: how far off its turn is, and what to do now. */
export function PreorderDetails(props: { preorder: PreorderView; orderHref: string | null }) {
  const t = useT();
  const mark = useMark();
  const { preorder, orderHref } = props;
  return (
    <>
      <p className="mt-2 flex flex-wrap items-center gap-3">
        <PreorderStatusMark status={preorder.status} />
        {preorder.isSample ? <span className="text-soft">{t("preorders.sample")}</span> : null}
      </p>
      {preorder.status === "waiting" ? (
        <>
          <p className="mt-3 text-lg">
            {preorder.aheadCount === 0
              ? t("preorders.aheadNone")
              : t("preorders.ahead", { count: preorder.aheadCount })}
          </p>
          <p className="mt-2 max-w-prose text-soft">{t("preorders.keepLink")}</p>
        </>
      ) : null}
      {preorder.status === "missed" ? (
        <p className="mt-3 max-w-prose">{t("preorders.missedText")}</p>
      ) : null}
      {preorder.status === "removed" ? (
        <p className="mt-3 max-w-prose">
          {t("preorders.removedText")} {mark(preorder.reason, "vi")}
        </p>
      ) : null}
      {orderHref === null ? null : (
        <Notice tone={preorder.outcome === "void" ? "plain" : "good"}>
          <p>{t(`preorders.servedText_${preorder.outcome ?? "unpaid"}`)}</p>
          <p className="mt-2">
            <a className="button button-main" href={orderHref}>
              {preorder.outcome === "unpaid"
                ? t("preorders.servedLink")
                : t("preorders.servedLinkOnly")}
            </a>
          </p>
        </Notice>
      )}
      <Facts preorder={preorder} />
    </>
  );
}

function Facts({ preorder }: { preorder: PreorderView }) {
  const t = useT();
  const buyerName = useBuyerName();
  const language = useLanguage();
  const mark = useMark();
  const bilingual = useBilingual();
  return (
    <dl className="facts mt-4">
      <Fact term={t("preorders.product")}>
        <a href={paths.product(language, preorder.productSlug)} className="underline">
          {bilingual(preorder.productName, preorder.productNameEn)}
        </a>{" "}
        ({bilingual(preorder.packLabel, preorder.packLabelEn)})
      </Fact>
      <Fact term={t("preorders.packs")}>
        {t("preorders.packsAt", {
          packs: formatInteger(preorder.packCount, language),
          price: formatVnd(preorder.unitPriceVnd, language),
        })}
      </Fact>
      <Fact term={t("preorders.harvest")}>
        {t("preorders.harvestDays", {
          from: formatDate(preorder.harvestFrom),
          to: formatDate(preorder.harvestTo),
        })}
      </Fact>
      <Fact term={t("preorders.seller")}>
        {preorder.householdName} ·{" "}
        <a className="num underline" href={`tel:${preorder.householdPhone}`}>
          {formatPhone(preorder.householdPhone)}
        </a>
      </Fact>
      <Fact term={t("preorders.receiver")}>
        {buyerName(preorder.buyerName)} ·{" "}
        <span className="num">{formatPhone(preorder.buyerPhone)}</span>
        <br />
        {mark(preorder.address, "vi")}
      </Fact>
    </dl>
  );
}
