import { Icon } from "~/ui/households/icon";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** How far one that the phone keeps is, by its script. */
export function RowState() {
  return (
    <p className="mt-1 flex items-center gap-2">
      <Icon name="clock" />
      <output data-state="" />
    </p>
  );
}

/** The ways on from one that the phone keeps, of which its script shows some. `next`: where who signs in goes on. */
export function RowWays({ here, next }: { here: string; next: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <a data-look="" hidden href={here} className="button button-main min-h-14 grow">
        {t("phone.look")}
        <Icon name="next" />
      </a>
      <a
        data-sign-in=""
        hidden
        href={paths.signIn(language, { next })}
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
  );
}
