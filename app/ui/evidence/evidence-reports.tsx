import type { EvidenceReport } from "~/domain/payments/types-evidence";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { ToldBody } from "./told-body";

/** All that was told of one line, the report that was booked first. */
export function EvidenceReports({ reports }: { reports: readonly EvidenceReport[] }) {
  const t = useT();
  return reports.map(({ kind, provider, receivedAt, body }, i) => (
    <section key={i} className="mt-6">
      <h2 className="text-xl">{t(`evidence.kind_${kind}`)}</h2>
      <p className="text-soft">
        {provider === null ? t("evidence.providerUnknown") : t(`money.provider_${provider}`)} ·{" "}
        {t("evidence.receivedAt")} <LocalTime instant={receivedAt} />
      </p>
      <ToldBody label={`${t("evidence.body")} ${i + 1}`} body={body} />
    </section>
  ));
}
