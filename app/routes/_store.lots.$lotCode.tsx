import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readLotCode } from "~/domain/catalog/lot-code";
import { findLot } from "~/domain/catalog/queries-lot.server";
import { now } from "~/platform/clock.server";
import { formatDate, localDateOf } from "~/platform/period";
import { SampleMark } from "~/ui/catalog/product-facts";
import { privateMeta, publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useMark } from "~/ui/in-language";
import { PublicDocuments } from "~/ui/lots/document-list";
import { LotCertificate, LotFacts, LotHistory } from "~/ui/lots/lot-facts";
import { LotStateNotice } from "~/ui/lots/lot-state-notice";
import { UnknownLot } from "~/ui/lots/unknown-lot";
import { useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { paths } from "~/web/paths";

const TYPED_SHOWN_MAX = 40;

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const { t } = siteOf(matches);
  if (!page?.lot) return privateMeta(matches, t("lots.unknownTitle"));
  const { code, product, household, madeOn } = page.lot;
  return publicMeta(matches, {
    title: `${product.name} · ${t("lots.title", { code })}`,
    description: t("lots.pageDescription", {
      name: product.name,
      code,
      household: household.name,
      place: `${household.communeName}, ${household.provinceName}`,
      date: formatDate(madeOn),
    }),
    path: `/lots/${code}`,
  });
};

export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const typed = args.params["lotCode"] ?? "";
  const code = readLotCode(typed);
  // One address a lot, however its code was typed.
  if (code !== null && code !== typed) throw redirect(paths.lot(language, code), 301);
  const lot = code === null ? null : await findLot(code, language);
  if (lot) return data({ lot, today: localDateOf(now()), typed: "" });
  return data({ lot: null, today: "", typed: typed.slice(0, TYPED_SHOWN_MAX) }, { status: 404 });
}

export default function LotRoute() {
  const { lot, today, typed } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  if (!lot) return <UnknownLot typed={typed} />;
  return (
    <>
      <header className="pt-4">
        <p className="text-soft">{t("lots.kicker")}</p>
        <h1 className="mt-1 text-3xl md:text-4xl">
          {mark(lot.product.name, lot.product.nameLanguage)}
        </h1>
        <p className="mt-2 text-lg">
          {t("lots.lotNumber")} <strong className="num whitespace-nowrap">{lot.code}</strong>
          {lot.isSample ? <SampleMark /> : null}
        </p>
      </header>
      <LotStateNotice lot={lot} />
      <LotFacts lot={lot} />
      <div className="grid gap-x-12 md:grid-cols-2">
        <PublicDocuments documents={lot.documents} today={today} />
        <LotCertificate lot={lot} />
      </div>
      <LotHistory events={lot.events} state={lot.state} />
    </>
  );
}
