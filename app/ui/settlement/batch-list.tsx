import type { PayoutBatchSummary } from "~/domain/settlement/types-payouts";
import { formatVnd } from "~/platform/money";
import { LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The newest batches, each with how it stands and the way to its page. */
export function BatchList({ batches }: { batches: readonly PayoutBatchSummary[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className="mt-10" aria-labelledby="batches">
      <h2 id="batches" className="text-xl">
        {t("payouts.batchesTitle")}
      </h2>
      {batches.length === 0 ? <p className="text-soft">{t("payouts.batchesEmpty")}</p> : null}
      <ul className="mt-2">
        {batches.map((batch) => (
          <li key={batch.code} className="border-t border-line py-3">
            <a
              href={paths.payoutBatch(batch.code)}
              className="num inline-flex min-h-12 items-center text-lg font-semibold"
            >
              {t("payouts.batchOf", { code: batch.code })}
            </a>
            <p>
              {t("payouts.batchLine", {
                count: batch.payoutCount,
                total: formatVnd(batch.totalVnd, language),
              })}
            </p>
            <p className="text-sm text-soft">
              {t("payouts.batchState", {
                prepared: batch.preparedCount,
                approved: batch.approvedCount,
                paid: batch.paidCount,
              })}{" "}
              · {t("payouts.preparedBy", { name: batch.preparedByName })} ·{" "}
              <LocalTime instant={batch.preparedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
