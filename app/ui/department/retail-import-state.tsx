import type { FieldMetadata } from "@conform-to/react";
import type { RetailCounts, RetailImport } from "~/domain/statistics/retail-table";
import { Notice } from "~/ui/primitives/notice";
import { TickField } from "~/ui/primitives/tick-field";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

type Written = Pick<RetailImport, "writtenCount" | "sameCount" | "wrongCount">;

/** What became of a table that was written. */
export function RetailImportOutcome({ table }: { table: Written }) {
  const t = useT();
  const { writtenCount, sameCount, wrongCount } = table;
  return (
    <Notice tone="good" title={t("department.importDone", { count: writtenCount })}>
      {sameCount === 0 ? null : <p>{t("department.importDoneSame", { count: sameCount })}</p>}
      {wrongCount === 0 ? null : <p>{t("department.importDoneWrong", { count: wrongCount })}</p>}
      <p className="mt-2 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.retailTotals()}>
          {t("department.importBackToTotals")}
        </a>
        <a className="button button-quiet" href={paths.retailTable()}>
          {t("department.importBack")}
        </a>
      </p>
    </Notice>
  );
}

/** What a table would do, in short; `isRefused`: the page says already why it was not done. */
export function RetailImportState(props: { counts: RetailCounts; isRefused: boolean }) {
  const t = useT();
  const { counts } = props;
  const toWrite = counts.new + counts.question;
  return (
    <>
      {props.isRefused ? null : (
        <Notice tone="plain">
          {t(toWrite === 0 ? "department.importNothing" : "department.importPlanned")}
        </Notice>
      )}
      {counts.question === 0 || props.isRefused ? null : (
        <Notice tone="attention" title={t("department.importDoubtful", { count: counts.question })}>
          <p className="max-w-prose">{t("department.importDoubtfulText")}</p>
        </Notice>
      )}
      {counts.wrong === 0 ? null : (
        <Notice tone="attention" title={t("department.importWrong", { count: counts.wrong })}>
          <p className="max-w-prose">{t("department.importWrongText")}</p>
        </Notice>
      )}
    </>
  );
}

/** Somebody's yes to what is shown, and to nothing else; figures far from what is known have a yes of their own. */
export function RetailConsent(props: {
  importId: string;
  planHash: string;
  counts: RetailCounts;
  figuresRight: FieldMetadata<string | undefined>;
}) {
  const t = useT();
  const { counts } = props;
  const toWrite = counts.new + counts.question;
  if (toWrite === 0) {
    return (
      <p className="mt-8">
        <a className="button button-main" href={paths.retailTable()}>
          {t("department.importBack")}
        </a>
      </p>
    );
  }
  return (
    <section className="mt-8">
      <h2 className="text-xl">{t("department.importConsentTitle")}</h2>
      <p className="mt-1 max-w-prose">{t("department.importConsentText")}</p>
      <form method="post" action={paths.retailImport(props.importId)} className="mt-4 max-w-prose">
        <input type="hidden" name="planHash" value={props.planHash} />
        {counts.question === 0 ? null : (
          <TickField field={props.figuresRight} text={t("department.importFiguresRight")} />
        )}
        <p className="flex flex-wrap gap-3">
          <button className="button button-main">
            {counts.wrong === 0
              ? t("department.importConsent", { count: toWrite })
              : t("department.importConsentWithout", { count: toWrite, wrong: counts.wrong })}
          </button>
          <a className="button button-quiet" href={paths.retailTable()}>
            {t("department.importBack")}
          </a>
        </p>
      </form>
    </section>
  );
}
