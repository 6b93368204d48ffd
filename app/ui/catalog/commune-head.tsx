import type { CommunePage } from "~/domain/catalog/types-places";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { Fact } from "./product-facts";

/** Where this is, what it was called before, and how much of it is on the market. */
export function CommuneHead({ commune }: { commune: CommunePage }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <header className="grid gap-x-12 gap-y-4 md:grid-cols-[2fr_3fr]">
      <div>
        <h1 className="text-3xl md:text-4xl">{commune.name}</h1>
        <p className="mt-1 text-soft">{commune.provinceName}</p>
      </div>
      <dl className="facts">
        <Fact term={t("places.onMarket")}>
          {`${t("catalog.productCount", { count: commune.products.total })} · ${t("places.sellerCount", { count: commune.householdCount })}`}
        </Fact>
        <FormerNames former={commune.former} />
        {commune.inSeason.length > 0 ? (
          <Fact term={t("catalog.inSeasonNow")}>
            {commune.inSeason.map((product, i) => (
              <span key={product.slug}>
                {i > 0 ? ", " : null}
                <a href={paths.product(language, product.slug)} className="underline">
                  {mark(product.name, product.nameLanguage)}
                </a>
              </span>
            ))}
          </Fact>
        ) : null}
      </dl>
    </header>
  );
}

/** `Thị trấn Mèo Vạc, Xã Pả Vi (Huyện Mèo Vạc, Tỉnh Hà Giang)`: people still look for these names. */
function FormerNames({ former }: Pick<CommunePage, "former">) {
  const t = useT();
  if (former.length === 0) return null;
  const byDistrict = new Map<string, string[]>();
  for (const { name, districtName, provinceName } of former) {
    const district = `${districtName}, ${provinceName}`;
    byDistrict.set(district, [...(byDistrict.get(district) ?? []), name]);
  }
  return (
    <Fact term={t("places.formedFrom")}>
      {[...byDistrict].map(([district, names]) => (
        <span key={district} className="block">
          {`${names.join(", ")} `}
          <span className="text-soft">({district})</span>
        </span>
      ))}
    </Fact>
  );
}
