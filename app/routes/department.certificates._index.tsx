import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CERTIFICATE_FILTERS } from "~/domain/certificates/certificate-filter";
import { listCertificates } from "~/domain/certificates/queries-desk.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { cleanLine } from "~/platform/typed-text";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CertificateFilters, CertificateRows } from "~/ui/certificates/desk-certificates";
import { readPage } from "~/ui/department/page-number";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

const TYPED_MAX = 100;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("certificates.listTitle"));

/** Without a state, those that wait for an officer. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "certificate.decide");
  const query = new URL(args.request.url).searchParams;
  const filter = CERTIFICATE_FILTERS.find((one) => one === query.get("state")) ?? "waiting";
  const text = cleanLine(query.get("q") ?? "").slice(0, TYPED_MAX);
  return {
    filter,
    text,
    today: localDateOf(now()),
    list: await listCertificates({ filter, text, page: readPage(query) }),
  };
}

export default function DepartmentCertificatesPage() {
  const { filter, text, today, list } = useLoaderData<typeof loader>();
  const t = useT();
  const q = text === "" ? undefined : text;
  return (
    <>
      <h1 className="text-3xl">{t("certificates.listTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("certificates.deskLead")}</p>
      <CertificateFilters filter={filter} text={text} />
      {list.total === 0 ? (
        <EmptyState title={t("certificates.deskEmpty")} />
      ) : (
        <>
          <p className="num mt-4 text-soft">{t("certificates.deskCount", { count: list.total })}</p>
          <CertificateRows certificates={list.certificates} today={today} />
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.departmentCertificates({ state: filter, q, page })}
      />
    </>
  );
}
