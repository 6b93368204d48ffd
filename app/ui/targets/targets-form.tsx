import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { targetFields, type TargetField } from "~/domain/statistics/forms-targets";
import type { StandingTarget } from "~/domain/statistics/types-targets";
import { useMark } from "~/ui/in-language";
import { FormErrors, TextField, type AnyField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { targetText } from "./target-text";

type TargetsFormProps = {
  action: string;
  year: string;
  /** Null: of the province. */
  communes: readonly { code: string; name: string }[] | null;
  standing: readonly StandingTarget[];
  reply: MutationReply | undefined;
};

/** Targets of some communes, or of the province, that one paper gives. What is left empty stays as it is. */
export function TargetsForm({ action, year, communes, standing, reply }: TargetsFormProps) {
  const t = useT();
  const fields = targetFields(communes?.map(({ code }) => code) ?? null);
  const names = new Map(communes?.map(({ code, name }) => [code, name]));
  const [form, typed] = useForm<Record<string, string>>({
    id: "targets",
    lastResult: reply?.submission ?? null,
  });
  const subjects = new Map(
    fields.flatMap(({ name, communeCode }) => {
      const commune = names.get(communeCode ?? "");
      return commune === undefined ? [] : [[name, commune] as const];
    }),
  );
  const inputOf = (field: TargetField) => (
    <TargetInput
      key={field.name}
      field={typed[field.name] as AnyField}
      of={field}
      standing={standing}
    />
  );
  return (
    <form method="post" id={form.id} action={action} noValidate>
      <FormErrors form={form} failure={reply?.failure} subjects={subjects} />
      <input type="hidden" name="year" value={year} />
      <TextField
        field={typed["source"] as AnyField}
        label={t("targets.source")}
        hint={t("targets.sourceHint")}
        language="vi"
      />
      {communes === null
        ? fields.map(inputOf)
        : communes.map(({ code, name }) => (
            <CommuneFields key={code} name={name}>
              {fields.filter(({ communeCode }) => communeCode === code).map(inputOf)}
            </CommuneFields>
          ))}
      <button className="button button-main w-full sm:w-auto">{t("targets.save")}</button>
    </form>
  );
}

function CommuneFields(props: { name: string; children: ReactNode }) {
  const mark = useMark();
  return (
    <fieldset className="mt-6 border-t border-line pt-3">
      <legend className="float-left w-full text-lg font-semibold">{mark(props.name, "vi")}</legend>
      <div className="clear-both grid gap-x-6 sm:grid-cols-2">{props.children}</div>
    </fieldset>
  );
}

function TargetInput(props: {
  field: AnyField;
  of: TargetField;
  standing: readonly StandingTarget[];
}) {
  const t = useT();
  const language = useLanguage();
  const { kind, communeCode } = props.of;
  const now = props.standing.find((one) => one.kind === kind && one.communeCode === communeCode);
  return (
    <TextField
      field={props.field}
      label={t(`targets.field_${kind}`)}
      hint={
        now
          ? t("targets.standing", { target: targetText(kind, now.value, language) })
          : t("targets.standingNone")
      }
      inputMode={kind === "active_sellers" || kind === "sales_goods_vnd" ? "numeric" : "decimal"}
      optional
    />
  );
}
