import type { OwnLotPage } from "~/domain/catalog/types-lot";
import { formatDate } from "~/platform/period";
import { useLang } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";

/** Labels of a lot on A4, three abreast; in Vietnamese whatever the desk's language (Decree 43/2017, Art. 7). */
export function LabelSheet({ lot, count }: { lot: OwnLotPage; count: number }) {
  const t = useT();
  return (
    <ul className="labels" aria-label={t("lots.labelSheet")}>
      {Array.from({ length: count }, (_, i) => (
        <Label key={i} lot={lot} />
      ))}
    </ul>
  );
}

function Label({ lot }: { lot: OwnLotPage }) {
  const t = translatorFor("vi");
  return (
    <li lang={useLang("vi")}>
      <div>
        <strong>{lot.productName}</strong>
        <span>{lot.packLabel}</span>
        <span>{t("lots.labelMade", { date: formatDate(lot.madeOn) })}</span>
        {lot.expiresOn ? (
          <span>{t("lots.labelExpires", { date: formatDate(lot.expiresOn) })}</span>
        ) : null}
        <b>{t("lots.labelCode", { code: lot.code })}</b>
        <span>{lot.householdName}</span>
        <span>{`${lot.communeName}, ${lot.provinceName}`}</span>
      </div>
      <figure>
        <img src={paths.lotQr(lot.code)} alt={t("lots.qrTitle", { code: lot.code })} />
        <figcaption>
          {t("lots.labelScan")}
          {lot.isSample ? ` · ${t("common.sample")}` : null}
        </figcaption>
      </figure>
    </li>
  );
}
