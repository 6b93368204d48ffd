import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDuty } from "~/domain/compliance/queries-duties.server";
import { listKept } from "~/domain/compliance/queries-kept.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DutyText } from "~/ui/compliance/duty-text";
import { KeptTable } from "~/ui/compliance/kept-table";
import { readPage } from "~/ui/department/page-number";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("compliance.keptTitle"));

/** What officers took down, as it was shown, as long as it is kept. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "compliance.manage");
  const page = readPage(new URL(args.request.url).searchParams);
  const term = await findDuty({ duty: "kept_content", on: localDateOf(now()) });
  return { page, term, ...(await listKept(page)) };
}

export default function KeptContentsPage() {
  const { page, term, kept, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.compliance({ kind: "takedown" })} text={t("compliance.title")} />
      <h1 className="text-3xl">{t("compliance.keptTitle")}</h1>
      {term === null ? null : <DutyText term={term} />}
      {kept.length === 0 ? (
        <EmptyState title={t("compliance.keptEmpty")}>
          <p>{t("compliance.keptEmptyText")}</p>
          <a className="inline-flex min-h-12 items-center underline" href={paths.audit()}>
            {t("audit.title")}
          </a>
        </EmptyState>
      ) : (
        <KeptTable kept={kept} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(next) => paths.keptContents({ page: next })}
      />
    </>
  );
}
