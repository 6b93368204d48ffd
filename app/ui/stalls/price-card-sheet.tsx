import type { PriceCard } from "~/domain/catalog/types-household";
import { formatVnd } from "~/platform/money";
import { formatDate, type LocalDate } from "~/platform/period";
import { unitPriceText } from "~/ui/catalog/per-unit";
import { useDesk } from "~/ui/households/use-desk";
import { useLang } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";

/** Cards of eight on A4, for the goods of a stall; in Vietnamese whatever the desk's language, as labels are. */
export function PriceCardSheet(props: { cards: readonly PriceCard[]; today: LocalDate }) {
  const t = useT();
  return (
    <ul className="price-cards" aria-label={t("stalls.cardSheet")}>
      {props.cards.map((card) => (
        <Card key={card.slug} card={card} today={props.today} />
      ))}
    </ul>
  );
}

function Card({ card, today }: { card: PriceCard; today: LocalDate }) {
  const t = translatorFor("vi");
  const { current } = useDesk();
  const { stars, unitPrice } = card;
  return (
    <li lang={useLang("vi")}>
      <strong>{card.name}</strong>
      <div>
        <p>
          <b className="num">{formatVnd(card.priceVnd, "vi")}</b>
          <span>{card.packLabel}</span>
          {unitPrice ? <span className="num">{unitPriceText(t, "vi", unitPrice)}</span> : null}
          {stars === null ? null : (
            <span>{`${"★".repeat(stars)} ${t("catalog.starsChoice", { stars })}`}</span>
          )}
        </p>
        <figure>
          <img src={paths.productQr(card.slug)} alt={t("stalls.productQr", { name: card.name })} />
          <figcaption>{t("stalls.cardScan")}</figcaption>
        </figure>
      </div>
      <small>
        {[current?.name, t("stalls.cardDay", { date: formatDate(today) })].join(" · ")}
        {card.isSample ? ` · ${t("common.sample")}` : null}
      </small>
    </li>
  );
}
