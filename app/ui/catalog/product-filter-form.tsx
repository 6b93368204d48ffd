import { OCOP_GROUPS, OCOP_SETS, setsOfGroup } from "~/domain/catalog/ocop-sets";
import { writeProductFilter } from "~/domain/catalog/product-filter";
import type { CommuneShelf, ProductFilter } from "~/domain/catalog/types";
import { CERTIFIED_STARS } from "~/domain/certificates/certificate-levels";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { setName } from "./set-names";

/** The groups as links, each keeping the words that were searched. */
export function GroupLinks({ filter }: { filter: ProductFilter }) {
  const t = useT();
  const language = useLanguage();
  const links = [
    { code: undefined, text: t("catalog.allGroups") },
    ...OCOP_GROUPS.map(({ code }) => ({ code, text: t(`catalog.groupShort_${code}`) })),
  ];
  return (
    <nav aria-label={t("catalog.groups")}>
      <ul className="-mx-4 flex gap-x-1 overflow-x-auto border-b border-line px-4">
        {links.map(({ code, text }) => (
          <li key={text}>
            <a
              href={paths.products(
                language,
                writeProductFilter({ ...filter, group: code, set: undefined }, 1),
              )}
              aria-current={filter.group === code ? "true" : undefined}
              className="tab"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What narrows a list, as one plain GET form: its address can be shared. */
export function ProductFilterForm(props: {
  filter: ProductFilter;
  shelves: readonly CommuneShelf[];
}) {
  const { filter } = props;
  const t = useT();
  const language = useLanguage();
  const sets = filter.group ? setsOfGroup(filter.group) : OCOP_SETS;
  const isNarrowed = Boolean(filter.set ?? filter.stars ?? filter.communeCode);
  return (
    <>
      {/* On a phone the filters wait behind a box to tick, so that products come first. */}
      <input
        type="checkbox"
        id="show-filters"
        defaultChecked={isNarrowed}
        className="peer sr-only md:hidden"
      />
      <label
        htmlFor="show-filters"
        className="button button-quiet mt-4 peer-focus-visible:outline-3 peer-focus-visible:outline-honey md:hidden"
      >
        {t("catalog.showFilters")}
      </label>
      <form
        action={paths.products(language)}
        className="mt-5 hidden peer-checked:grid md:grid grid-cols-2 items-end gap-3 md:grid-cols-[2fr_1fr_2fr_auto]"
      >
        {filter.text ? <input type="hidden" name="q" value={filter.text} /> : null}
        {filter.group ? <input type="hidden" name="group" value={filter.group} /> : null}
        <Choice
          name="set"
          label={t("catalog.kind")}
          value={filter.set}
          wide
          options={sets.map((set) => ({ value: set, text: setName(t, set) }))}
        />
        <Choice
          name="stars"
          label={t("catalog.stars")}
          value={filter.stars}
          options={CERTIFIED_STARS.map((stars) => ({
            value: stars,
            text: t("catalog.starsChoice", { stars }),
          }))}
        />
        <Choice
          name="commune"
          label={t("catalog.fromCommune")}
          value={filter.communeCode}
          options={props.shelves.map((shelf) => ({ value: shelf.code, text: shelf.name }))}
        />
        <button className="button button-quiet col-span-2 md:col-span-1">
          {t("catalog.narrow")}
        </button>
      </form>
    </>
  );
}

function Choice(props: {
  name: string;
  label: string;
  value: string | number | undefined;
  options: readonly { value: string | number; text: string }[];
  wide?: true;
}) {
  const t = useT();
  const id = `filter-${props.name}`;
  return (
    <div className={props.wide ? "col-span-2 md:col-span-1" : undefined}>
      <label htmlFor={id} className="text-sm text-soft">
        {props.label}
      </label>
      <select id={id} name={props.name} defaultValue={props.value ?? ""}>
        <option value="">{t("catalog.any")}</option>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
