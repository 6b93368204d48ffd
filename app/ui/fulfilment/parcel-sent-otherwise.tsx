import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { carrierName } from "./carrier-name";

/** That a parcel was told of before, how, and that the form below it holds what was sent now. */
export function ParcelSentOtherwise({
  carrier,
  trackingCode,
}: {
  carrier: string;
  trackingCode: string;
}) {
  const t = useT();
  const name = carrier === "" ? t("households.carrier_none") : carrierName(t, carrier);
  return (
    <Refusal title={errorText(t, "parcel_sent_otherwise")}>
      <p>
        {t("households.parcelStands")} {name}
        {trackingCode === "" ? null : <span className="num"> · {trackingCode}</span>}
      </p>
      <p>{t("households.parcelOther")}</p>
    </Refusal>
  );
}
