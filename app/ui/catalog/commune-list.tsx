import type { SellingCommune } from "~/domain/catalog/types-places";
import { EmptyState } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Every commune that sells, in columns as long as the screen allows. */
export function CommuneList({ communes }: { communes: readonly SellingCommune[] }) {
  const t = useT();
  const language = useLanguage();
  if (communes.length === 0) {
    return (
      <EmptyState title={t("places.noCommunes")}>
        <a className="button button-main" href={paths.register(language)}>
          {t("common.sellHere")}
        </a>
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
      {communes.map((commune) => (
        <li key={commune.code} className="border-b border-line">
          <CommuneLink commune={commune}>
            {`${t("catalog.productCount", { count: commune.count })} · ${t("places.sellerCount", { count: commune.householdCount })}`}
          </CommuneLink>
        </li>
      ))}
    </ul>
  );
}

/** One commune as a whole row to press, with what there is to say of it. */
export function CommuneLink(props: { commune: { code: string; name: string }; children: string }) {
  const language = useLanguage();
  return (
    <a
      href={paths.commune(language, props.commune)}
      className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 py-2 text-ink no-underline hover:underline"
    >
      {props.commune.name}
      <span className="num text-sm whitespace-nowrap text-soft">{props.children}</span>
    </a>
  );
}
