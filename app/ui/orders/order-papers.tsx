import { PurchaseData } from "~/ui/buyers/purchase-data";
import { AccountOffer } from "~/ui/identity/account-offer";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What a buyer may take away from the page of an order, and how to come back to it. */
export function OrderPapers(props: { code: string; orderKey: string; mayAct: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { code, orderKey } = props;
  if (!props.mayAct) return null;
  return (
    <div className="no-print">
      <p className="mt-4">
        <a
          href={paths.orderPrint(language, code, orderKey)}
          className="inline-flex min-h-12 items-center"
        >
          {t("orders.printLink")}
        </a>
      </p>
      <PurchaseData code={code} href={paths.orderData(code, orderKey)} />
      <p className="mt-2 text-sm text-soft">{t("orders.keepLink")}</p>
      <AccountOffer />
    </div>
  );
}
