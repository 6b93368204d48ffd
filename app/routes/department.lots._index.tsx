import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readLotCode } from "~/domain/catalog/lot-code";
import { listCheckedLicences } from "~/domain/catalog/queries-licence.server";
import {
  countWaitingDocuments,
  findOwnLot,
  listWaitingDocuments,
} from "~/domain/catalog/queries-own-lot.server";
import { listRecalls } from "~/domain/orders/queries-recall-list.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { WaitingSection } from "~/ui/department/waiting-section";
import { DoneNotice } from "~/ui/households/done-notice";
import { LotSearchForm } from "~/ui/lots/lot-search-form";
import { RecallList } from "~/ui/lots/recall-list";
import { WaitingDocumentItem } from "~/ui/lots/waiting-document";
import { CheckedLicences } from "~/ui/papers/licence-list";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

const RECALLS_MAX = 50;
const DOCUMENTS_MAX = 100;
const LICENCES_MAX = 50;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("lots.departmentTitle"));

/** With `?code=` to the lot's page at this desk. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "department_desk.open");
  const query = new URL(args.request.url).searchParams;
  const typed = query.get("code") ?? "";
  const code = readLotCode(typed);
  if (code !== null && (await findOwnLot(scope, code))) throw redirect(paths.departmentLot(code));
  return {
    typed,
    recalls: await listRecalls(scope, RECALLS_MAX),
    documentCount: await countWaitingDocuments(),
    licences: await listCheckedLicences(LICENCES_MAX),
    documents: await listWaitingDocuments(DOCUMENTS_MAX),
    today: localDateOf(now()),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

export default function DepartmentLotsRoute() {
  const page = useLoaderData<typeof loader>();
  const { typed, recalls, documentCount, documents, today, done, problem } = page;
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("lots.departmentTitle")}</h1>
      <p className="mt-2 mb-4 max-w-prose text-soft">{t("lots.departmentLead")}</p>
      <DoneNotice done={done} problem={problem} />
      {typed === "" ? null : <Refusal title={t("lots.unknownTitle")} />}
      <LotSearchForm typed={typed} action={paths.departmentLots()} />
      <section id="recalls" className="mt-10 scroll-mt-4">
        <h2 className="mb-3 text-2xl">{t("lots.recalled")}</h2>
        <RecallList recalls={recalls} />
      </section>
      <WaitingSection
        id="documents"
        title={t("lots.waitingDocuments", { count: documentCount })}
        empty={t("lots.waitingNone")}
        moreCount={documentCount - documents.length}
      >
        {documents.map((document) => (
          <WaitingDocumentItem key={document.id} document={document} today={today} />
        ))}
      </WaitingSection>
      <section id="licences" className="mt-10 scroll-mt-4">
        <h2 className="mb-3 text-2xl">{t("papers.departmentLicences")}</h2>
        <CheckedLicences licences={page.licences} today={today} />
      </section>
    </>
  );
}
