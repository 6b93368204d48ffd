import type { FieldMetadata } from "@conform-to/react";
import { useDesk } from "~/ui/households/use-desk";
import type { ImportStatus, RowKind } from "~/domain/exchange/table-columns";
import { Notice } from "~/ui/primitives/notice";
import { TickField } from "~/ui/primitives/tick-field";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

export type ImportView = {
  id: string;
  status: ImportStatus;
  zeroesAbsent: boolean;
  planHash: string;
  counts: Record<RowKind, number>;
  writtenCount: number;
  differsCount: number;
  /** How many rows bring a price that looks like a slip. */
  doubtfulCount: number;
  /** How many of the products that it made are still there. */
  madeCount: number;
  /** How many rows a yes would write. */
  toWrite: number;
  /** How many of them have had their turn. */
  takenCount: number;
};

/** Where a table stands, on top of its page; below a refusal of its slips only what that does not say. */
export function ImportState({ table, isRefused }: { table: ImportView; isRefused: boolean }) {
  const t = useT();
  const { query } = useDesk();
  const { id, status, counts, zeroesAbsent, toWrite } = table;
  const leftCount = toWrite - table.writtenCount - table.differsCount;
  switch (status) {
    case "planned":
      return (
        <>
          {isRefused ? null : (
            <>
              <Notice tone="plain" title={t("exchange.plannedTitle")}>
                <p>
                  {t(
                    counts.wrong === 0 && toWrite === 0
                      ? "exchange.nothing"
                      : "exchange.plannedText",
                  )}
                </p>
              </Notice>
              <DoubtfulNotice table={table} />
            </>
          )}
          {counts.wrong === 0 ? null : (
            <Notice tone="attention" title={t("exchange.wrongTitle", { count: counts.wrong })}>
              <p className="max-w-prose">
                {t(zeroesAbsent ? "exchange.wrongZero" : "exchange.wrongText")}
              </p>
            </Notice>
          )}
        </>
      );
    case "writing":
      return (
        <Notice
          tone="plain"
          title={t("exchange.writingTitle", { done: table.takenCount, count: toWrite })}
        >
          <p>{t("exchange.writingText")}</p>
          <p className="mt-2">
            <a className="button button-quiet" href={paths.productImport(id)}>
              {t("exchange.reload")}
            </a>
          </p>
        </Notice>
      );
    case "done":
      return (
        <>
          <Notice tone="good" title={t("exchange.doneTitle", { count: table.writtenCount })}>
            {table.madeCount === 0 ? null : <p>{t("exchange.newDrafts")}</p>}
            <p className="mt-2">
              <a className="button button-quiet" href={paths.householdProducts(query)}>
                {t("exchange.toProducts")}
              </a>
            </p>
          </Notice>
          {table.differsCount === 0 ? null : (
            <Notice
              tone="attention"
              title={t("exchange.differsText", { count: table.differsCount })}
            />
          )}
          {leftCount <= 0 ? null : (
            <Notice tone="attention" title={t("exchange.leftText", { count: leftCount })} />
          )}
        </>
      );
  }
}

function DoubtfulNotice({ table }: { table: ImportView }) {
  const t = useT();
  const { id, doubtfulCount, toWrite } = table;
  if (doubtfulCount === 0) return null;
  return (
    <Notice tone="attention" title={t("exchange.doubtfulTitle", { count: doubtfulCount })}>
      <p className="max-w-prose">
        {t("exchange.doubtful")}
        {toWrite === 0 ? null : <> {t("exchange.doubtfulText")}</>}
      </p>
      <p>
        <a
          className="inline-flex min-h-12 items-center"
          href={`${paths.productImport(id, { show: "doubtful" })}#rows`}
        >
          {t("exchange.doubtfulLink")}
        </a>
      </p>
    </Notice>
  );
}

/** Somebody's yes to what is shown, and to nothing else; prices that look like slips have a yes of their own. */
export function ConsentSection(props: {
  table: ImportView;
  pricesRight: FieldMetadata<string | undefined>;
}) {
  const t = useT();
  const { id, planHash, toWrite, counts, doubtfulCount } = props.table;
  if (toWrite === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{t("exchange.consentTitle")}</h2>
      <p className="mt-1 max-w-prose">{t("exchange.consentText")}</p>
      <form method="post" action={paths.productImport(id)} className="mt-4">
        <input type="hidden" name="planHash" value={planHash} />
        {doubtfulCount === 0 ? null : (
          <TickField field={props.pricesRight} text={t("exchange.pricesRight")} />
        )}
        <button className="button button-main w-full sm:w-auto">
          {counts.wrong === 0
            ? t("exchange.consent", { count: toWrite })
            : t("exchange.consentWithout", { count: toWrite, wrong: counts.wrong })}
        </button>
      </form>
    </section>
  );
}
