import { OCOP_GROUPS, OCOP_SETS, setsOfGroup } from "~/domain/catalog/ocop-sets";
import { writeProductFilter } from "~/domain/catalog/product-filter";
import type { Facets, ProductFilter } from "~/domain/catalog/types";
import { keepPiece } from "~/ui/kept-piece";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { setName } from "./set-names";

// Most readers narrow in the same few ways, and the choices with their counts are half of what a list page draws.
const KEPT_FORMS = 500;
const drawNarrowing = keepPiece(Narrowing, KEPT_FORMS);

/** What narrows a list: the groups as links, and the rest as a form. */
export function ProductNarrowing(props: NarrowingProps) {
  return <div dangerouslySetInnerHTML={{ __html: drawNarrowing(props, useLanguage()) }} />;
}

type NarrowingProps = { filter: ProductFilter; facets: Facets };

function Narrowing({ filter, facets }: NarrowingProps) {
  return (
    <>
      <GroupLinks filter={filter} />
      <FilterForm filter={filter} facets={facets} />
    </>
  );
}

/** The groups as links, each keeping the words that were searched. */
function GroupLinks({ filter }: { filter: ProductFilter }) {
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

/** What narrows a list, as one plain GET form: its address can be shared. Each choice says what it would leave. */
function FilterForm({ filter, facets }: NarrowingProps) {
  const t = useT();
  const language = useLanguage();
  const { text, group } = filter;
  return (
    <>
      {/* On a phone the filters wait behind a box to tick, so that products come first. */}
      <input
        type="checkbox"
        id="show-filters"
        defaultChecked={isNarrowed(filter)}
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
        className="mt-5 hidden grid-cols-2 items-end gap-3 peer-checked:grid md:grid md:grid-cols-4"
      >
        {text ? <input type="hidden" name="q" value={text} /> : null}
        {group ? <input type="hidden" name="group" value={group} /> : null}
        <Choices filter={filter} facets={facets} />
        <Ticks filter={filter} facets={facets} />
      </form>
    </>
  );
}

/** Whether anything but words and group was chosen. */
function isNarrowed({ text: _text, group: _group, ...narrowed }: ProductFilter): boolean {
  return Object.keys(narrowed).length > 0;
}

function Choices({ filter, facets }: NarrowingProps) {
  const t = useT();
  const sets = filter.group ? setsOfGroup(filter.group) : OCOP_SETS;
  return (
    <>
      <Choice
        name="set"
        label={t("catalog.kind")}
        value={filter.set}
        wide
        options={facets.sets
          .filter(({ set, count }) => sets.includes(set) && (count > 0 || set === filter.set))
          .map(({ set, count }) => ({ value: set, text: setName(t, set), count }))}
      />
      <Choice
        name="commune"
        label={t("catalog.fromCommune")}
        value={filter.communeCode}
        wide
        options={facets.communes.map(({ code, name, count }) => ({
          value: code,
          text: name,
          count,
        }))}
      />
      <Choice
        name="stars"
        label={t("catalog.stars")}
        value={filter.stars}
        options={facets.stars.map(({ stars, count }) => ({
          value: stars,
          text: t("catalog.starsChoice", { stars }),
          count,
        }))}
      />
      <Choice
        name="price"
        label={t("catalog.price")}
        value={filter.price}
        options={facets.prices.map(({ code, count }) => ({
          value: code,
          text: t(`catalog.price_${code}`),
          count,
        }))}
      />
    </>
  );
}

function Ticks({ filter, facets }: NarrowingProps) {
  const t = useT();
  const language = useLanguage();
  const { text, group } = filter;
  return (
    <div className="col-span-2 flex flex-wrap items-center gap-x-6 gap-y-2 md:col-span-4">
      <Tick
        name="season"
        value="now"
        isTicked={filter.inSeason}
        text={t("catalog.choiceCount", {
          choice: t("catalog.inSeasonNow"),
          count: facets.inSeason,
        })}
      />
      <Tick
        name="stock"
        value="ready"
        isTicked={filter.isReady}
        text={t("catalog.choiceCount", {
          choice: t("catalog.readyToShip"),
          count: facets.ready,
        })}
      />
      <button className="button button-quiet ml-auto">{t("catalog.narrow")}</button>
      {isNarrowed(filter) ? (
        <a
          className="inline-flex min-h-12 items-center"
          href={paths.products(language, writeProductFilter({ text, group }, 1))}
        >
          {t("catalog.clearFilters")}
        </a>
      ) : null}
    </div>
  );
}

function Choice(props: {
  name: string;
  label: string;
  value: string | number | undefined;
  options: readonly { value: string | number; text: string; count: number }[];
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
        {props.options.map(({ value, text, count }) => (
          <option key={value} value={value}>
            {t("catalog.choiceCount", { choice: text, count })}
          </option>
        ))}
      </select>
    </div>
  );
}

function Tick(props: { name: string; value: string; isTicked: true | undefined; text: string }) {
  return (
    <label className="flex min-h-12 items-center gap-3">
      <input
        type="checkbox"
        name={props.name}
        value={props.value}
        defaultChecked={props.isTicked}
      />
      {props.text}
    </label>
  );
}
