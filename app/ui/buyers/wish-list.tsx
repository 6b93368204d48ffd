import type { Wish } from "~/domain/buyers/types";
import { CardPicture } from "~/ui/catalog/product-picture";
import { setName } from "~/ui/catalog/set-names";
import { useBilingual } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What somebody saved, with what it costs now and whether it is there. */
export function WishList({ wishes }: { wishes: readonly Wish[] }) {
  return (
    <ul className="mt-4">
      {wishes.map((wish) => (
        <WishItem key={wish.productId} wish={wish} />
      ))}
    </ul>
  );
}

function WishItem({ wish }: { wish: Wish }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  const { card } = wish;
  const name = wish.name === null ? setName(t, wish.ocopSet) : bilingual(wish.name, wish.nameEn);
  return (
    <li className="grid grid-cols-[5rem_1fr] gap-x-4 border-t border-line py-4 sm:grid-cols-[7rem_1fr]">
      <CardPicture
        photo={card?.photo ?? null}
        ocopSet={wish.ocopSet}
        slug={wish.slug}
        lazy="lazy"
      />
      <div>
        {card ? (
          <a href={paths.product(language, wish.slug)} className="text-lg font-semibold">
            {name}
          </a>
        ) : (
          <p className="text-lg font-semibold">{name}</p>
        )}
        {card ? (
          <p>
            <strong className="text-persimmon">
              <Money amountVnd={card.priceVnd} language={language} />
            </strong>{" "}
            <span className={card.isAvailable ? "text-leaf" : "text-persimmon"}>
              · {card.isAvailable ? t("account.inStock") : t("catalog.soldOut")}
            </span>
          </p>
        ) : (
          <p className="text-persimmon">{t("account.wishGone")}</p>
        )}
        <div className="mt-2 flex flex-wrap gap-3">
          {card?.isAvailable ? (
            <form method="post" action={paths.cartItems(language)}>
              <input type="hidden" name="productId" value={wish.productId} />
              <input type="hidden" name="quantity" value="1" />
              <button className="button button-main">
                <span aria-hidden="true">{t("catalog.addToCart")}</span>
                <span className="sr-only">{t("account.wishCart", { name })}</span>
              </button>
            </form>
          ) : null}
          <form method="post" action={paths.wishes()}>
            <button name="remove" value={wish.productId} className="button button-quiet">
              <span aria-hidden="true">{t("account.wishRemove")}</span>
              <span className="sr-only">{t("account.wishRemoveNamed", { name })}</span>
            </button>
          </form>
        </div>
      </div>
    </li>
  );
}
