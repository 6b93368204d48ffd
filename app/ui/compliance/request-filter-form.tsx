import { REQUEST_KINDS } from "~/domain/compliance/request-words";
import { REQUEST_STATES, type RequestFilter } from "~/domain/compliance/types";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Which requests the list shows; a plain form that asks by the address. */
export function RequestFilterForm({ filter }: { filter: RequestFilter }) {
  const t = useT();
  return (
    <form
      action={paths.compliance()}
      className="no-print mt-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[2fr_1fr_auto]"
    >
      <div>
        <label htmlFor="filter-kind" className="font-semibold">
          {t("compliance.filterKind")}
        </label>
        <select
          id="filter-kind"
          name="kind"
          defaultValue={filter.kind ?? ""}
          className="mt-1 w-full min-w-0"
        >
          <option value="">{t("compliance.allKinds")}</option>
          {REQUEST_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`compliance.kind_${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="filter-state" className="font-semibold">
          {t("compliance.filterState")}
        </label>
        <select
          id="filter-state"
          name="state"
          defaultValue={filter.state}
          className="mt-1 w-full min-w-0"
        >
          {REQUEST_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`compliance.state_${state}`)}
            </option>
          ))}
        </select>
      </div>
      <button className="button button-quiet">{t("compliance.show")}</button>
    </form>
  );
}
