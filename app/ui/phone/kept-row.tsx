import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { RowState, RowWays } from "./row-ways";

/** One product that the phone keeps: what it is, how far it is, why it is still here, and the ways on. */
export function KeptRow() {
  return (
    <template data-name="row">
      <li className="border-b border-line py-4">
        <div className="flex gap-4">
          <img data-photo="" alt="" className="size-24 shrink-0 rounded object-cover" hidden />
          <div className="min-w-0 grow">
            <p data-product="" lang="vi" className="text-lg font-semibold" />
            <p data-household="" lang="vi" className="text-soft" />
            <RowState />
          </div>
        </div>
        <Conflict />
        <HelperWays />
        <RowWays here={paths.listingOffline(useLanguage())} next={paths.householdProducts()} />
      </li>
    </template>
  );
}

/** For a helper: to work for its household again, or to ask it anew. */
function HelperWays() {
  const t = useT();
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <a
        data-change-over=""
        hidden
        href={paths.acting()}
        className="button button-main min-h-14 grow"
      >
        {t("phone.changeOver")}
      </a>
      <a
        data-ask-anew=""
        hidden
        href={paths.helpedSearch()}
        className="button button-main min-h-14 grow"
      >
        {t("helpers.agentRenew")}
      </a>
    </div>
  );
}

/** Two phones have answered one question: both answers, and a press for the one that is to stand. */
function Conflict() {
  const t = useT();
  return (
    <div data-conflict="" hidden className="mt-3 grid gap-3 sm:grid-cols-2">
      <div className="card flex flex-col gap-2 px-4 py-3">
        <p className="text-soft">{t("listing.conflictTheirs")}</p>
        <p data-theirs="" className="text-xl font-semibold" />
        <button type="button" data-keep-theirs="" className="button button-quiet mt-auto min-h-14">
          {t("listing.conflictKeepTheirs")}
        </button>
      </div>
      <div className="card flex flex-col gap-2 px-4 py-3">
        <p className="text-soft">{t("listing.conflictMine")}</p>
        <p data-mine="" className="text-xl font-semibold" />
        <button type="button" data-keep-mine="" className="button button-main mt-auto min-h-14">
          {t("listing.conflictKeepMine")}
        </button>
      </div>
    </div>
  );
}
