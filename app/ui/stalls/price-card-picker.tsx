import type { PriceCard } from "~/domain/catalog/types-household";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Which of the products get a card; asked for by an address, so that the sheet can be printed again tomorrow. */
export function PriceCardPicker(props: {
  cards: readonly PriceCard[];
  shown: readonly PriceCard[];
  page: number;
}) {
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  const { cards, shown, page } = props;
  if (cards.length === 1) return null;
  return (
    <details className="card my-4 px-4 py-2">
      <summary className="flex min-h-12 cursor-pointer items-center font-semibold">
        {t("stalls.cardsChoose", { count: shown.length })}
      </summary>
      <form method="get" action={paths.priceCards()}>
        {query.household ? <input type="hidden" name="household" value={query.household} /> : null}
        {page > 1 ? <input type="hidden" name="page" value={page} /> : null}
        <fieldset>
          <legend className="sr-only">{t("stalls.cardsLegend")}</legend>
          <ul>
            {cards.map(({ slug, name, packLabel }) => (
              <li key={slug}>
                <label className="flex min-h-12 cursor-pointer items-center gap-3 py-1">
                  <input
                    type="checkbox"
                    name="product"
                    value={slug}
                    defaultChecked={shown.some((one) => one.slug === slug)}
                  />
                  <span className="min-w-0 wrap-anywhere">
                    {mark(name, "vi")} <span className="text-soft">{mark(packLabel, "vi")}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <button className="button button-quiet my-3 w-full">{t("stalls.cardsShow")}</button>
      </form>
    </details>
  );
}
