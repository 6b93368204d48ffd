import type { ProductCard } from "~/domain/catalog/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Products to choose from: found by words, taken by ticks. */
export function CollectionCandidates(props: {
  slug: string;
  text: string;
  total: number;
  candidates: readonly ProductCard[];
}) {
  const t = useT();
  const mark = useMark();
  const { slug, text, total, candidates } = props;
  return (
    <section className="mt-10 border-t border-line pt-6" id="choose">
      <h2 className="text-2xl">{t("collections.choose")}</h2>
      <form
        action={`${paths.departmentCollection(slug)}#choose`}
        className="mt-3 flex max-w-xl items-end gap-2"
      >
        <div className="grow">
          <label htmlFor="choose-text" className="text-sm text-soft">
            {t("collections.chooseText")}
          </label>
          <input id="choose-text" type="search" name="q" maxLength={100} defaultValue={text} />
        </div>
        <button className="button button-quiet">{t("common.search")}</button>
      </form>
      {candidates.length === 0 ? (
        <p className="mt-4 text-soft">{t("collections.chooseNone")}</p>
      ) : (
        <form method="post" action={paths.collectionProducts(slug)} className="mt-4">
          <input type="hidden" name="intent" value="add" />
          {text === "" ? null : <input type="hidden" name="q" value={text} />}
          <fieldset>
            <legend className="text-soft">{t("collections.chooseLegend", { total })}</legend>
            <ul className="mt-1 grid gap-x-8 md:grid-cols-2">
              {candidates.map((card) => (
                <li key={card.id} className="border-b border-line">
                  <label className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 py-2 font-medium">
                    <input type="checkbox" name="productId" value={card.id} />
                    {mark(card.name, card.nameLanguage)}
                    <span className="w-full pl-9 text-sm font-normal text-soft">
                      {card.householdName} · {card.communeName}
                      {card.isAvailable ? null : ` · ${t("catalog.soldOut")}`}
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <button className="button button-main mt-4">{t("collections.addChosen")}</button>
        </form>
      )}
    </section>
  );
}
