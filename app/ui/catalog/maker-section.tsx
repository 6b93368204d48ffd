import type { ProductCard, SellerFacts } from "~/domain/catalog/types";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ProductPhoto } from "./product-picture";
import { ProductShelf } from "./product-shelf";

/** Who made it, in a few of their own words, and what else they make: several things travel as one parcel. */
export function MakerSection(props: { seller: SellerFacts; others: readonly ProductCard[] }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { seller, others } = props;
  const commune = { code: seller.communeCode, name: seller.communeName };
  return (
    <section className="mt-12 border-t border-line pt-8">
      <h2 className="mb-4 text-2xl">{t("catalog.maker")}</h2>
      <div className={`grid gap-x-8 gap-y-4 ${seller.photo ? "md:grid-cols-[1fr_2fr]" : ""}`}>
        {seller.photo ? (
          <ProductPhoto
            photo={seller.photo}
            alt={t("catalog.householdPhoto", { name: seller.name })}
            sizes="(min-width: 768px) 22rem, 100vw"
          />
        ) : null}
        <div>
          <p className="text-lg font-semibold">{seller.name}</p>
          <p>
            <a
              href={paths.commune(language, commune)}
              className="inline-flex min-h-12 items-center underline"
            >
              {commune.name}
            </a>
            {`, ${seller.provinceName}`}
          </p>
          {seller.excerpt === "" ? null : (
            <p className="max-w-prose">{mark(seller.excerpt, seller.excerptLanguage)}</p>
          )}
          <p>
            <a
              href={paths.household(language, seller.slug)}
              className="inline-flex min-h-12 items-center"
            >
              {t("catalog.seeMaker", { name: seller.name })}
            </a>
          </p>
        </div>
      </div>
      {others.length > 0 ? (
        <>
          <h3 className="mt-6 mb-4 text-xl">{t("catalog.sameSeller", { name: seller.name })}</h3>
          <ProductShelf cards={others} heading="h4" />
        </>
      ) : null}
    </section>
  );
}
