import type { SupplyCase } from "~/domain/supply/types";
import type { LocalDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Who sees to a kind of produce; while nobody does, the button by which the reader takes it on. */
export function CaseOpening(props: {
  produce: { key: string; name: string };
  from: LocalDate;
  cases: readonly SupplyCase[];
}) {
  const t = useT();
  const mark = useMark();
  const { produce, from } = props;
  const open = props.cases.find(({ produceKey }) => produceKey === produce.key);
  if (open) {
    return (
      <a className="inline-flex min-h-12 items-center underline" href={paths.supplyCase(open.id)}>
        {t("supply.handledBy", { name: open.handler.name })}
        <span className="sr-only">, {mark(produce.name, "vi")}</span>
      </a>
    );
  }
  return (
    <form method="post" action={paths.supplyCases()}>
      <input type="hidden" name="produceKey" value={produce.key} />
      <input type="hidden" name="from" value={from} />
      <button className="button button-quiet">
        {t("supply.openCase")}
        <span className="sr-only"> {mark(produce.name, "vi")}</span>
      </button>
    </form>
  );
}
