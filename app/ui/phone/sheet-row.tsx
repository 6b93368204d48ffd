import { Icon } from "~/ui/households/icon";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** One household's sheet that the phone keeps: whose, how far it is, why it is still here, and the ways on. */
export function SheetRow() {
  const t = useT();
  const language = useLanguage();
  const here = paths.sheetsOffline(language);
  return (
    <template data-name="row">
      <li className="border-b border-line py-4">
        <p data-household="" lang="vi" className="text-lg font-semibold" />
        <p className="text-soft">
          <span data-contact="" lang="vi" /> <span data-phone="" className="num" />
        </p>
        <p className="mt-1 flex items-center gap-2">
          <Icon name="clock" />
          <output data-state="" />
        </p>
        <p data-why="" className="font-medium text-persimmon" />
        <div className="mt-3 flex flex-wrap gap-2">
          <a data-look="" hidden href={here} className="button button-main min-h-14 grow">
            {t("phone.look")}
            <Icon name="next" />
          </a>
          <a
            data-sign-in=""
            hidden
            href={paths.signIn(language, { next: paths.agentDesk() })}
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
