import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookAtEvidence } from "~/domain/flows/look-at-evidence.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { EvidenceReports } from "~/ui/evidence/evidence-reports";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("evidence.title"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

/** What was told of a line, in full, noted with who opened it. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "bank_transaction.allocate");
  const bankTransactionId = args.params["bankTransactionId"] ?? "";
  const looked = await lookAtEvidence(actor, { bankTransactionId });
  if (!looked.ok) throw notFound();
  return { bankTransactionId, reports: looked.value };
}

export default function EvidencePage() {
  const { bankTransactionId, reports } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.bankLine(bankTransactionId)} text={t("money.lineTitle")} />
      <h1 className="text-3xl">{t("evidence.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">
        {t("evidence.lead")} {t("evidence.noted")}
      </p>
      <EvidenceReports reports={reports} />
    </div>
  );
}
