import type { JoiningItem } from "~/domain/joining/types";
import { useBilingual } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What the department asks for, in its order, each with what may be done with it. */
export function ItemRows({ items }: { items: readonly JoiningItem[] }) {
  return (
    <ol className="mt-6 border-t border-line">
      {items.map((item, i) => (
        <ItemRow key={item.id} item={item} place={i + 1} />
      ))}
    </ol>
  );
}

function ItemRow({ item, place }: { item: JoiningItem; place: number }) {
  const t = useT();
  const inBoth = useBilingual();
  const title = inBoth(item.titleVi, item.titleEn);
  const arrange = paths.joiningArrangement(item.id);
  return (
    <li className="border-b border-line py-4">
      <h2 className="text-lg">
        <span className="num text-soft">{place}. </span>
        {title}
      </h2>
      {item.hintVi === "" ? null : <p className="text-soft">{inBoth(item.hintVi, item.hintEn)}</p>}
      <p className="text-sm text-soft">
        {t(`joining.kind_${item.kind}`)} ·{" "}
        {t(item.isRequired ? "joining.required" : "joining.notRequired")}
        {item.isErased ? ` · ${t("joining.configErased")}` : ""}
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <a
          className="button button-quiet"
          href={paths.departmentJoiningItem(item.id)}
          aria-label={t("joining.configEditNamed", { title })}
        >
          {t("joining.configEdit")}
        </a>
        {place === 1 ? null : (
          <form method="post" action={arrange}>
            <input type="hidden" name="intent" value="place" />
            <input type="hidden" name="place" value={place - 1} />
            <button
              className="button button-quiet"
              aria-label={t("joining.configEarlierNamed", { title })}
            >
              {t("joining.configEarlier")}
            </button>
          </form>
        )}
        <form method="post" action={arrange}>
          <input type="hidden" name="intent" value="retire" />
          <button
            className="button button-danger"
            aria-label={t("joining.configRetireNamed", { title })}
          >
            {t("joining.configRetire")}
          </button>
        </form>
      </div>
    </li>
  );
}
