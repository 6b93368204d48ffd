import { Icon } from "~/ui/households/icon";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

const ROWS = ["kind", "name", "unit", "weight", "price", "stock"] as const;

/** All that was answered, and the two ways to finish. */
export function SummaryTemplate() {
  const t = useT();
  const here = paths.listingOffline(useLanguage());
  return (
    <template data-name="summary">
      <p>
        <a data-back="" href={here} className="inline-flex min-h-12 items-center gap-2">
          <span aria-hidden="true">‹</span>
          <span className="underline">{t("listing.back")}</span>
        </a>
      </p>
      <h1 tabIndex={-1} className="mt-2 text-3xl">
        {t("listing.summaryTitle")}
      </h1>
      <p className="mt-2 text-lg text-soft">{t("phone.summaryLead")}</p>
      <img data-photo="" alt={t("listing.photoYours")} hidden className="mt-4 w-full rounded" />
      <a data-change="photo" href={here} className="button button-quiet mt-3 min-h-14 w-full">
        <Icon name="camera" />
        {t("listing.photoTake")}
      </a>
      <dl className="mt-4 border-t border-line">
        {ROWS.map((screen) => (
          <div
            key={screen}
            data-row={screen}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line py-2"
          >
            <dt className="text-soft">{t(`listing.answer_${screen}`)}</dt>
            <dd
              data-value=""
              lang={screen === "name" || screen === "unit" ? "vi" : undefined}
              className="col-start-1 text-lg font-semibold"
            />
            <dd className="col-start-2 row-span-2 row-start-1">
              <a
                data-change={screen}
                href={here}
                className="inline-flex min-h-14 items-center gap-2 px-2 font-semibold"
              >
                <Icon name="pencil" />
                {t("listing.change")}
                <span className="sr-only"> {t(`listing.answer_${screen}`)}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <form className="mt-6">
        <p data-problems="" role="alert" className="font-medium text-persimmon" />
        <button name="to" value="submit" className="button button-main min-h-16 w-full text-xl">
          <Icon name="check" />
          {t("phone.finish")}
        </button>
        <button name="to" value="draft" className="button button-quiet mt-4 min-h-14 w-full">
          <Icon name="pencil" />
          {t("phone.finishDraft")}
        </button>
      </form>
    </template>
  );
}
