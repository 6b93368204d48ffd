import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readLotCode } from "~/domain/catalog/lot-code";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { LotSearchForm } from "~/ui/lots/lot-search-form";
import { useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("lots.searchTitle"),
    description: t("lots.searchDescription"),
    path: "/lots",
  });
};

/** A code that was typed leads to its lot's page, which says when there is none. */
export function loader(args: LoaderFunctionArgs) {
  const typed = new URL(args.request.url).searchParams.get("code");
  if (typed === null || typed.trim() === "") return { isMissing: typed !== null };
  const code = readLotCode(typed) ?? typed.trim().slice(0, 40);
  throw redirect(paths.lot(languageOf(args, null), encodeURIComponent(code)));
}

export default function LotSearchPage() {
  const { isMissing } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="max-w-2xl">
      <h1 className="mt-4 text-3xl">{t("lots.searchTitle")}</h1>
      <p className="mt-3 mb-6">{t("lots.searchText")}</p>
      <LotSearchForm typed="" isMissing={isMissing} />
    </div>
  );
}
