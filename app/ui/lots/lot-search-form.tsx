import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Where the code on a pack is typed; a plain GET form. @param action where it leads, the public page without it */
export function LotSearchForm(props: { typed: string; action?: string; isMissing?: boolean }) {
  const t = useT();
  const language = useLanguage();
  return (
    <form action={props.action ?? paths.lotSearch(language)} className="max-w-xl">
      <label htmlFor="lot-code" className="font-semibold">
        {t("lots.searchLabel")}
      </label>
      {props.isMissing ? (
        <p id="lot-code-error" className="font-medium text-persimmon">
          {t("lots.searchMissing")}
        </p>
      ) : null}
      <div className="mt-1 flex flex-wrap gap-3 sm:flex-nowrap">
        <input
          id="lot-code"
          name="code"
          defaultValue={props.typed}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={props.isMissing ? true : undefined}
          aria-describedby={props.isMissing ? "lot-code-error" : undefined}
        />
        <button className="button button-main shrink-0">{t("lots.searchButton")}</button>
      </div>
    </form>
  );
}
