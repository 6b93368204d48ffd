import { Icon } from "~/ui/households/icon";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** One product that the phone keeps: what it is, how far it is, why it is still here, and the ways on. */
export function KeptRow() {
  const t = useT();
  const language = useLanguage();
  const here = paths.listingOffline(language);
  return (
    <template data-name="row">
      <li className="border-b border-line py-4">
        <div className="flex gap-4">
          <img data-photo="" alt="" className="size-24 shrink-0 rounded object-cover" hidden />
          <div className="min-w-0 grow">
            <p data-product="" lang="vi" className="text-lg font-semibold" />
            <p data-household="" lang="vi" className="text-soft" />
            <p className="mt-1 flex items-center gap-2">
              <Icon name="clock" />
              <output data-state="" />
            </p>
          </div>
        </div>
        <Conflict />
        <div className="mt-3 flex flex-wrap gap-2">
          <a data-look="" hidden href={here} className="button button-main min-h-14 grow">
            {t("phone.look")}
            <Icon name="next" />
          </a>
          <a
            data-sign-in=""
            hidden
            href={paths.signIn(language, { next: paths.householdProducts() })}
            className="button button-main min-h-14 grow"
          >
            {t("phone.signIn")}
          </a>
          <button type="button" data-send="" hidden className="button button-main min-h-14 grow">
            {t("phone.send")}
          </button>
          <a data-go-on="" href={here} className="button button-quiet min-h-14 grow">
            <Icon name="pencil" />
            {t("phone.goOn")}
          </a>
          <button type="button" data-drop="" className="button button-danger min-h-14">
            <Icon name="cross" />
            {t("phone.drop")}
          </button>
        </div>
      </li>
    </template>
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
