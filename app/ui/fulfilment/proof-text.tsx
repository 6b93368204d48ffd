import type { DeliveryProof } from "~/domain/orders/delivery-proof";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** Who took the parcel, as the household recorded it. */
export function ProofText({ proof, photoHref }: { proof: DeliveryProof; photoHref: string }) {
  const t = useT();
  const mark = useMark();
  const { receivedBy, photo, recordedAt } = proof;
  return (
    <div className="mt-3">
      {receivedBy === "" ? null : (
        <p>{t("shipping.receivedBy", { name: mark(receivedBy, "vi") })}</p>
      )}
      {photo === null ? null : (
        <img
          src={photoHref}
          width={photo.width}
          height={photo.height}
          alt={t("shipping.proofPhotoAlt")}
          loading="lazy"
          className="mt-2 h-auto max-w-full rounded sm:max-w-80"
        />
      )}
      <p className="text-sm text-soft">
        {t("shipping.proofRecordedAt", { time: formatInstant(recordedAt) })}
      </p>
    </div>
  );
}
