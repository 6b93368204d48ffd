import { useT } from "~/ui/site";
import { LotSearchForm } from "./lot-search-form";

/** A code that leads nowhere: why that may be, and another try. */
export function UnknownLot({ typed }: { typed: string }) {
  const t = useT();
  return (
    <div className="max-w-2xl">
      <h1 className="mt-4 text-3xl">{t("lots.unknownTitle")}</h1>
      <p className="mt-3 mb-6">{t("lots.unknownText", { code: typed })}</p>
      <LotSearchForm typed={typed} />
    </div>
  );
}
