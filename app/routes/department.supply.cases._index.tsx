import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openSupplyCase } from "~/domain/flows/open-supply-case.server";
import { openCaseForm } from "~/domain/supply/forms-cases";
import { listClosedCases, listOpenCases } from "~/domain/supply/queries-cases.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { StatusFilter } from "~/ui/department/status-filter";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { CaseList } from "~/ui/supply/case-list";
import { requirePermission } from "~/web/guard.server";
import { badRequest, notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("supply.casesTitle"));

/** All, those of the reader, or those of them with something that the reader has not read. */
const SHOWN = ["all", "mine", "news"] as const;

/** What somebody sees to, and what came of what was seen to before. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "supply.coordinate");
  const asked = new URL(args.request.url).searchParams.get("show");
  const show = SHOWN.find((one) => one === asked) ?? "all";
  const of = show === "all" ? undefined : { officerId: actor.userId, show };
  return {
    show,
    readerId: actor.userId,
    open: await listOpenCases(of),
    closed: await listClosedCases(of),
  };
}

/** An officer takes a kind of the board on. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "supply.coordinate");
  const read = await readForm(args.request, openCaseForm);
  if (!read.ok) throw badRequest();
  const opened = await openSupplyCase(actor, read.value);
  if (!opened.ok) throw notFound();
  return redirect(paths.supplyCase(opened.value.caseId), 303);
}

export default function SupplyCasesPage() {
  const { show, readerId, open, closed } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.supplyBoard()} text={t("supply.boardTitle")} />
      <h1 className="text-3xl">{t("supply.casesTitle")}</h1>
      <StatusFilter
        options={SHOWN.map((one) => ({
          href: paths.supplyCases(one === "all" ? undefined : { show: one }),
          text: t(`supply.show_${one}`),
          isCurrent: one === show,
        }))}
      />
      {open.length + closed.length === 0 ? (
        <EmptyState title={t(show === "all" ? "supply.casesEmpty" : "supply.casesEmptyMine")} />
      ) : null}
      {open.length > 0 ? (
        <section className="mt-6" aria-labelledby="open-cases">
          <h2 id="open-cases" className="text-xl">
            {t("supply.openTitle")}
          </h2>
          <CaseList cases={open} readerId={readerId} />
        </section>
      ) : null}
      {closed.length > 0 ? (
        <section className="mt-6" aria-labelledby="closed-cases">
          <h2 id="closed-cases" className="text-xl">
            {t("supply.closedTitle")}
          </h2>
          <CaseList cases={closed} readerId={readerId} />
        </section>
      ) : null}
    </>
  );
}
