import type { LotPage } from "~/domain/catalog/types-lot";
import { formatPhone } from "~/domain/identity/phone";
import { formatDate } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { RecalledBy, RecallWords } from "./recall-words";

const TONES = {
  recalled: "attention",
  expired: "attention",
  off_sale: "plain",
  sold_out: "plain",
  on_sale: "good",
} as const;

/** What matters most for whoever holds a pack of the lot, said first. */
export function LotStateNotice({ lot }: { lot: LotPage }) {
  const t = useT();
  const language = useLanguage();
  const { state, offSale, product } = lot;
  const recall = state === "recalled" ? lot.events[0] : undefined;
  const date = formatDate(lot.expiresOn ?? lot.madeOn);
  return (
    <Notice tone={TONES[state]} title={t(`lots.state_${state}`, { date })}>
      {recall ? (
        <>
          <RecallWords reason={recall.reason} instruction={recall.instruction ?? ""} />
          <p className="mt-3">
            <a className="button button-quiet" href={`tel:${lot.household.phone}`}>
              {t("lots.callHousehold", { phone: formatPhone(lot.household.phone) })}
            </a>
          </p>
          <RecalledBy event={recall} />
        </>
      ) : null}
      {state === "expired" ? <p>{t("lots.stateText_expired")}</p> : null}
      {offSale ? <p className="mt-1">{t(`lots.offSale_${offSale}`)}</p> : null}
      {product.slug !== null && state !== "recalled" ? (
        <p>
          <a href={paths.product(language, product.slug)}>{t("lots.seeProduct")}</a>
        </p>
      ) : null}
    </Notice>
  );
}
