import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { exportPayouts } from "~/domain/flows/export-payouts.server";
import { payoutCsv } from "~/domain/settlement/payout-csv.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";

const WHY_NONE = {
  batch_nothing_to_send: "nothing_to_send",
  payout_stopped: "stopped",
  payee_key_missing: "key_missing",
} as const;

/** What of a batch is to be sent, for the bank's bulk transfers; who took it is noted. The heads are Vietnamese, as banks read. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "disbursement.manage");
  const code = args.params["batchCode"] ?? "";
  const exported = await exportPayouts(actor, { code });
  if (!exported.ok) {
    if (exported.code === "batch_not_found") throw notFound();
    throw redirect(paths.payoutBatch(code, { done: WHY_NONE[exported.code] }), 303);
  }
  const t = translatorFor("vi");
  const head = [
    t("payouts.csvNumber"),
    t("payouts.csvAccount"),
    t("payouts.csvName"),
    t("payouts.csvBank"),
    t("payouts.csvBin"),
    t("payouts.csvAmount"),
    t("payouts.csvMemo"),
  ];
  return new Response(payoutCsv(exported.value, head), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="chi-tra-${encodeURIComponent(code)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
