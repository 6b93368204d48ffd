import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOwnLot } from "~/domain/catalog/queries-own-lot.server";
import { findRecall } from "~/domain/orders/queries-recall.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { LogLink } from "~/ui/audit/log-link";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { DoneNotice } from "~/ui/households/done-notice";
import { DocumentDecision } from "~/ui/lots/document-decision";
import { LotHistory } from "~/ui/lots/lot-facts";
import { OwnDocuments, OwnLotHead, StandingRecall } from "~/ui/lots/own-lot";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, siteOf(matches).t("lots.title", { code: page?.lot.code ?? "" }));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "department_desk.open");
  const code = args.params["lotCode"] ?? "";
  const lot = await findOwnLot(scope, code);
  if (!lot) throw notFound();
  const recall = lot.events.length > 0 ? await findRecall(scope, code) : null;
  const { searchParams } = new URL(args.request.url);
  return {
    lot,
    orderCount: recall?.orderCount ?? 0,
    today: localDateOf(now()),
    done: searchParams.get("done"),
    problem: searchParams.get("problem"),
  };
}

export default function DepartmentLotRoute() {
  const { lot, orderCount, today, done, problem } = useLoaderData<typeof loader>();
  const t = useT();
  const { code, state } = lot;
  const [recall] = state === "recalled" ? lot.events : [];
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.departmentLots()} text={t("lots.backToLots")} />
      <DoneNotice done={done} problem={problem} />
      <OwnLotHead lot={lot} />
      {recall ? (
        <>
          <StandingRecall
            event={recall}
            orderCount={orderCount}
            buyersHref={paths.departmentBuyers(code)}
          />
          <p>
            <a className="button button-quiet" href={paths.recallLifting(code)}>
              {t("lots.lift")}
            </a>
          </p>
        </>
      ) : (
        <p className="mt-4">
          <a className="button button-danger" href={paths.departmentRecall(code)}>
            {t("lots.openRecall")}
          </a>
        </p>
      )}
      <section className="mt-10">
        <h2 className="text-xl">{t("lots.documents")}</h2>
        <OwnDocuments
          documents={lot.documents}
          today={today}
          actionsOf={(document) => <DocumentDecision document={document} lotCode={code} />}
        />
      </section>
      <LotHistory events={lot.events} state={state} />
      <LogLink kind="lot" subject={code} />
    </div>
  );
}
