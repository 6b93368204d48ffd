import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayMoveDocument } from "~/domain/catalog/document-status";
import { LABELS_PER_SHEET } from "~/domain/catalog/label-sheet";
import { findOwnLot } from "~/domain/catalog/queries-own-lot.server";
import type { OwnDocument } from "~/domain/catalog/types-lot";
import { findRecall } from "~/domain/orders/queries-recall.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { DoneNotice } from "~/ui/households/done-notice";
import { useDesk } from "~/ui/households/use-desk";
import { OwnDocuments, OwnLotHead, StandingRecall } from "~/ui/lots/own-lot";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, siteOf(matches).t("lots.title", { code: page?.lot.code ?? "" }));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "lot.manage");
  const code = args.params["lotCode"] ?? "";
  const lot = await findOwnLot(scope, code);
  if (!lot) throw notFound();
  const recall = lot.state === "recalled" ? await findRecall(scope, code) : null;
  const { searchParams } = new URL(args.request.url);
  return {
    deskHouseholdId: lot.householdId,
    lot,
    orderCount: recall?.orderCount ?? 0,
    today: localDateOf(now()),
    done: searchParams.get("done"),
    problem: searchParams.get("problem"),
  };
}

export default function OwnLotRoute() {
  const { lot, orderCount, today, done, problem } = useLoaderData<typeof loader>();
  const t = useT();
  const { may } = useDesk();
  const { code, state } = lot;
  const [recall] = state === "recalled" ? lot.events : [];
  return (
    <>
      <BackLink href={paths.productStock(lot.productSlug)} text={t("lots.backToStock")} />
      <DoneNotice done={done} problem={problem} />
      <OwnLotHead lot={lot} />
      {recall ? (
        <StandingRecall
          event={recall}
          orderCount={orderCount}
          buyersHref={may("order.fulfil") ? paths.householdBuyers(code) : null}
        />
      ) : (
        <section className="mt-6 border-t border-line py-5">
          <h2 className="text-xl">{t("lots.labels")}</h2>
          <p className="mt-1 mb-3 text-soft">{t("lots.labelsText")}</p>
          <p className="grid gap-3 sm:grid-cols-2">
            <a className="button button-main" href={paths.lotLabels(code)}>
              {t("lots.printSheet", { count: LABELS_PER_SHEET })}
            </a>
            <a className="button button-quiet" href={paths.lotLabels(code, { labels: 1 })}>
              {t("lots.printOne")}
            </a>
          </p>
        </section>
      )}
      <section className="border-t border-line py-5">
        <h2 className="text-xl">{t("lots.documents")}</h2>
        <OwnDocuments
          documents={lot.documents}
          today={today}
          actionsOf={(document) => <Withdrawal lotCode={code} document={document} />}
        />
        <p className="mt-3">
          <a className="button button-quiet w-full" href={paths.lotDocuments(code)}>
            {t("lots.addDocument")}
          </a>
        </p>
      </section>
      {recall ? null : (
        <section className="border-t border-line py-5">
          <h2 className="text-xl">{t("lots.recall")}</h2>
          <p className="mt-3">
            <a className="button button-danger w-full" href={paths.householdRecall(code)}>
              {t("lots.openRecall")}
            </a>
          </p>
        </section>
      )}
    </>
  );
}

function Withdrawal({ lotCode, document }: { lotCode: string; document: OwnDocument }) {
  const t = useT();
  if (!mayMoveDocument(document.status, "withdrawn")) return null;
  const name = `${t(`lots.kind_${document.kind}`)} ${document.number}`;
  return (
    <form method="post" action={paths.documentWithdrawal(lotCode, document.id)} className="mt-2">
      <button
        className="button button-quiet"
        aria-label={t("lots.withdrawDocumentNamed", { name })}
      >
        {t("lots.withdrawDocument")}
      </button>
    </form>
  );
}
