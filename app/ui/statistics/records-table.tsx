import type { RecordBehind } from "~/domain/statistics/types-records";
import { formatDate } from "~/platform/period";
import { setName } from "~/ui/catalog/set-names";
import { useMark } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { methodName } from "./breakdown-name";
import { ScrollRegion } from "./scroll-region";

/** Orders and returns behind a figure, with no word of who bought. */
export function RecordsTable(props: {
  records: readonly RecordBehind[];
  communeNames: Readonly<Record<string, string>>;
}) {
  const t = useT();
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-2xl">{t("records.listHeading")}</h2>
      <ScrollRegion label={t("records.listHeading")} stacks>
        <table className="table table-stacks text-sm">
          <thead>
            <tr>
              <th scope="col">{t("records.columnCode")}</th>
              <th scope="col">{t("records.columnDay")}</th>
              <th scope="col">{t("records.columnSeller")}</th>
              <th scope="col">{t("records.columnGoods")}</th>
              <th scope="col">{t("statistics.breakdownColumn_method")}</th>
              <th scope="col" className="amount">
                {t("records.columnAmount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.records.map((record) => (
              <Row key={`${record.kind} ${record.code}`} record={record} {...props} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Row(props: { record: RecordBehind; communeNames: Readonly<Record<string, string>> }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { record, communeNames } = props;
  const { kind, code, orderCode, on, sellerName, communeCode, lines, method, vnd } = record;
  const sets = [...new Set(lines.map(({ ocopSet }) => ocopSet))];
  return (
    <tr>
      <th scope="row" className="num">
        {code}
        {kind === "return" ? (
          <span className="block font-normal text-soft">
            {t("records.returnOf", { code: orderCode })}
          </span>
        ) : null}
      </th>
      <td data-label={t("records.columnDay")} className="num whitespace-nowrap">
        {formatDate(on)}
      </td>
      <td data-label={t("records.columnSeller")}>
        {mark(`${sellerName}, ${communeNames[communeCode] ?? communeCode}`, "vi")}
      </td>
      <td data-label={t("records.columnGoods")}>{sets.map((set) => setName(t, set)).join("; ")}</td>
      <td data-label={t("statistics.breakdownColumn_method")}>{methodName(t, method)}</td>
      <td data-label={t("records.columnAmount")} className="amount">
        <Money amountVnd={kind === "return" ? 0 - vnd : vnd} language={language} />
      </td>
    </tr>
  );
}
