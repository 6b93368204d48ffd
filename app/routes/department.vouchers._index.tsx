import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listProgrammes } from "~/domain/vouchers/queries.server";
import { normaliseVoucherCode } from "~/domain/vouchers/voucher-code";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { ProgrammeRows } from "~/ui/department/programme-rows";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("vouchers.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "voucher.manage");
  const query = new URL(args.request.url).searchParams;
  const withdrawn = normaliseVoucherCode(query.get("withdrawn") ?? "");
  return { ...(await listProgrammes(readPage(query))), withdrawn };
}

export default function VoucherProgrammesPage() {
  const { programmes, programmeCount, page, pageCount, withdrawn } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <MoneyNav current="vouchers" />
      <h1 className="text-3xl">{t("vouchers.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("vouchers.deskLead")}</p>
      {withdrawn === null ? null : (
        <Notice tone="good" title={t("vouchers.done_withdrawn", { code: withdrawn })} />
      )}
      <p className="mt-4">
        <a className="button button-main" href={paths.newVoucherProgramme()}>
          {t("vouchers.new")}
        </a>
      </p>
      {programmes.length === 0 ? (
        <EmptyState title={t("vouchers.none")} />
      ) : (
        <>
          <p className="num mt-6 text-lg font-semibold">
            {t("vouchers.programmeCount", { count: programmeCount })}
          </p>
          <ProgrammeRows programmes={programmes} />
          <Pagination
            page={page}
            pageCount={pageCount}
            hrefOf={(to) => paths.voucherProgrammes({ page: to })}
          />
        </>
      )}
    </>
  );
}
