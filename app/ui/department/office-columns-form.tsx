import { useForm, type FieldMetadata } from "@conform-to/react";
import type { OfficeColumns, OfficeTable } from "~/domain/statistics/office-table";
import { RETAIL_UNIT_NAMES } from "~/domain/statistics/retail-table";
import { languageOfText } from "~/platform/vietnamese-letters";
import { useMark } from "~/ui/in-language";
import { FormErrors, RadioField, SelectField, TextField, type Option } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Fields = Record<
  "month" | "actual" | "estimate" | "goods" | "goodsServices" | "unit" | "publishedOn" | "source",
  string
>;
type FieldsOfForm = Record<keyof Fields, FieldMetadata<string, Fields>>;

/** Which column and line of the office's table is what: as guessed, until an officer says otherwise. */
export function OfficeColumnsForm(props: {
  importId: string;
  office: OfficeTable;
  guessed: OfficeColumns;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { office, guessed, reply } = props;
  const text = (place: number | null) => (place === null ? "" : String(place));
  const [form, fields] = useForm<Fields>({
    id: "office",
    lastResult: reply?.submission ?? null,
    defaultValue: {
      actual: text(guessed.actual),
      estimate: text(guessed.estimate),
      goods: text(guessed.goods),
      goodsServices: text(guessed.goods_services),
    },
  });
  return (
    <form
      method="post"
      id={form.id}
      action={paths.retailColumns(props.importId)}
      className="max-w-4xl"
      noValidate
    >
      <FormErrors form={form} failure={reply?.failure} />
      <PlaceFields fields={fields} office={office} />
      <FactFields fields={fields} />
      <button className="button button-main">{t("department.officeTry")}</button>
    </form>
  );
}

function PlaceFields({ fields, office }: { fields: FieldsOfForm; office: OfficeTable }) {
  const t = useT();
  const page = useLanguage();
  const option = (place: number, number: number, name: string): Option => ({
    value: String(place),
    label: numbered(number, name),
    language: languageOfText(name, page),
  });
  const columns = office.headings.map((heading, i) => option(i, i + 1, heading));
  const lines = office.lines.map(({ lineNumber, name }, i) => option(i, lineNumber, name));
  const none = { emptyLabel: t("department.officeNone"), optional: true } as const;
  return (
    <div className="grid gap-x-8 md:grid-cols-2">
      <SelectField
        field={fields.actual}
        label={t("department.officeActual")}
        hint={t("department.officeActualHint")}
        options={columns}
        {...none}
      />
      <SelectField
        field={fields.estimate}
        label={t("department.officeEstimate")}
        options={columns}
        {...none}
      />
      <SelectField
        field={fields.goods}
        label={t("department.officeGoods")}
        options={lines}
        {...none}
      />
      <SelectField
        field={fields.goodsServices}
        label={t("department.officeGoodsServices")}
        options={lines}
        {...none}
      />
    </div>
  );
}

function FactFields({ fields }: { fields: FieldsOfForm }) {
  const t = useT();
  return (
    <div className="grid gap-x-8 md:grid-cols-2">
      <TextField
        field={fields.month}
        label={t("department.officeMonth")}
        hint={t("department.officeMonthHint")}
        autoComplete="off"
      />
      <RadioField
        field={fields.unit}
        label={t("department.officeUnit")}
        options={RETAIL_UNIT_NAMES.map((unit) => ({
          value: unit,
          label: t(`department.importUnit_${unit}`),
        }))}
      />
      <TextField
        field={fields.publishedOn}
        label={t("department.retailPublishedOn")}
        hint={t("department.retailPublishedOnHint")}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        field={fields.source}
        label={t("department.retailSource")}
        hint={t("department.retailSourceHint")}
        autoComplete="off"
      />
    </div>
  );
}

function numbered(number: number, name: string): string {
  return name === "" ? String(number) : `${number}. ${name}`;
}

/** The table's own lines, to compare with. */
export function OfficeLines({ office }: { office: OfficeTable }) {
  const t = useT();
  const mark = useMark();
  return (
    <section className="mt-10">
      <h2 className="text-xl">{t("department.officeTableTitle")}</h2>
      <ScrollRegion label={t("department.officeScroll")}>
        <table className="table text-sm">
          <thead>
            <tr>
              <th scope="col">{t("department.officeName")}</th>
              {office.headings.map((heading, i) => (
                <th key={i} scope="col" className="min-w-28 align-bottom whitespace-normal">
                  {numbered(i + 1, mark(heading))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {office.lines.map(({ lineNumber, name, cells }) => (
              <tr key={lineNumber}>
                <th scope="row" className="num whitespace-nowrap">
                  {numbered(lineNumber, mark(name))}
                </th>
                {office.headings.map((_, i) => (
                  <td key={i} className="num">
                    {mark(cells[i]?.text.slice(0, 60) ?? "")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
