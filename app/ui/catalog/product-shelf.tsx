import type { ProductCard } from "~/domain/catalog/types";
import { formatVnd } from "~/platform/money";
import { useMark } from "~/ui/in-language";
import { keepPiece } from "~/ui/kept-piece";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { CardRating } from "~/ui/reviews/rating-line";
import { unitPriceText } from "./per-unit";
import { CardPicture } from "./product-picture";
import { StarSeal } from "./star-seal";

// What leads the first screen is fetched at once, the rest when it comes near.
const FIRST_SCREEN = 2;

/** Products side by side, photos leading. Lean on purpose: a list repeats it 24 times. */
export function ProductShelf(props: {
  cards: readonly ProductCard[];
  heading: Heading;
  isFirst?: true;
}) {
  const { cards, heading } = props;
  const language = useLanguage();
  return (
    <ul className="shelf">
      {cards.map((card, i) => {
        const lazy = props.isFirst && i < FIRST_SCREEN ? undefined : "lazy";
        const markup = drawCard({ card, heading, lazy }, language);
        return <li key={card.id} dangerouslySetInnerHTML={{ __html: markup }} />;
      })}
    </ul>
  );
}

type Heading = "h2" | "h3" | "h4";

const KEPT_CARDS = 4_000;
const drawCard = keepPiece(ShelfCard, KEPT_CARDS);

function ShelfCard(props: { card: ProductCard; heading: Heading; lazy: "lazy" | undefined }) {
  const { card, heading: Heading } = props;
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const per = card.unitPrice ? ` · ${unitPriceText(t, language, card.unitPrice)}` : "";
  return (
    <>
      <a href={paths.product(language, card.slug)}>
        <CardPicture photo={card.photo} ocopSet={card.ocopSet} slug={card.slug} lazy={props.lazy} />
        <Heading>{mark(card.name, card.nameLanguage)}</Heading>
      </a>
      <p className="price">{formatVnd(card.priceVnd, language)}</p>
      <p>{mark(card.packLabel, card.packLabelLanguage) + per}</p>
      <p>{card.communeName}</p>
      {card.buyerStars ? <CardRating counts={card.buyerStars} /> : null}
      {card.stars ? <StarSeal stars={card.stars} /> : null}
      {card.isAvailable ? null : <p className="sold-out">{t("catalog.soldOut")}</p>}
    </>
  );
}
