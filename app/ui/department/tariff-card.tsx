import type { TariffRow } from "~/domain/fulfilment/shipping-tariff";
import type { Province } from "~/domain/places/types";
import { formatDate, formatInstant } from "~/platform/period";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";
import { paths } from "~/web/paths";
import { TariffTable } from "~/ui/fulfilment/tariff-table";

const MARKS: Record<TariffRow["state"], { icon: IconName; tone: Tone }> = {
  in_force: { icon: "check", tone: "leaf" },
  coming: { icon: "clock", tone: "honey" },
  past: { icon: "stop", tone: "quiet" },
  withdrawn: { icon: "cross", tone: "quiet" },
};

/** One tariff, how it stands, who entered it; one that is not in force yet can be withdrawn. */
export function TariffCard(props: { tariff: TariffRow; provinces: readonly Province[] }) {
  const t = useT();
  const { tariff } = props;
  const { enteredBy } = tariff;
  return (
    <article className="card mt-4 max-w-3xl px-5 py-4">
      <h3 className="flex flex-wrap items-center gap-3 text-xl">
        {t("shipping.tariffFrom", { date: formatDate(tariff.effectiveOn) })}
        <StatusMark {...MARKS[tariff.state]} text={t(`shipping.tariffState_${tariff.state}`)} />
        {tariff.isSample ? <SampleBadge /> : null}
      </h3>
      <TariffTable tariff={tariff} provinces={props.provinces} />
      <p className="mt-1 text-sm text-soft">
        {enteredBy === null
          ? t("shipping.tariffCameWith")
          : t("shipping.tariffEntered", {
              name: enteredBy,
              time: formatInstant(tariff.enteredAt),
            })}
      </p>
      {tariff.state === "coming" ? (
        <form method="post" action={paths.tariffWithdrawal(tariff.id)} className="mt-3">
          <button className="button button-danger">{t("shipping.tariffWithdraw")}</button>
        </form>
      ) : null}
    </article>
  );
}
