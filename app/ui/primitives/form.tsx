import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import type { Language } from "~/platform/language";
import { useLang } from "~/ui/in-language";
import { usePageAddress, useT } from "~/ui/site";
import { errorText, type MessageValues } from "~/web/i18n";
import { Refusal } from "./notice";

export type AnyField = FieldMetadata<string | number | undefined>;

export type FieldProps = {
  field: AnyField;
  label: string;
  hint?: string;
  type?: "text" | "tel" | "password" | "number" | "date" | "time" | "month" | "search";
  inputMode?: "text" | "numeric" | "decimal" | "tel";
  autoComplete?: string;
  optional?: true;
  /** Of what is written in it; the page's without it. */
  language?: Language | undefined;
};

/** Label, hint, control and the errors tied to it; errors are codes, shown in the reader's language. */
export function TextField(props: FieldProps) {
  const { field } = props;
  return (
    <FieldFrame {...props}>
      <input
        id={field.id}
        name={field.name}
        type={props.type ?? "text"}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        defaultValue={textOf(field)}
        lang={useLang(props.language)}
        {...ariaOf(props)}
      />
    </FieldFrame>
  );
}

export function TextAreaField(props: FieldProps & { rows?: number }) {
  const { field } = props;
  return (
    <FieldFrame {...props}>
      <textarea
        id={field.id}
        name={field.name}
        rows={props.rows ?? 4}
        defaultValue={textOf(field)}
        lang={useLang(props.language)}
        {...ariaOf(props)}
      />
    </FieldFrame>
  );
}

export type Option = {
  value: string;
  label: string;
  /** Of the label; the page's without it. */
  language?: Language;
};

export function SelectField(
  props: FieldProps & { options: readonly Option[]; emptyLabel?: string },
) {
  const { field } = props;
  return (
    <FieldFrame {...props}>
      <select id={field.id} name={field.name} defaultValue={textOf(field)} {...ariaOf(props)}>
        {props.emptyLabel === undefined ? null : <option value="">{props.emptyLabel}</option>}
        {props.options.map((option) => (
          <SelectOption key={option.value} option={option} />
        ))}
      </select>
    </FieldFrame>
  );
}

function SelectOption({ option }: { option: Option }) {
  return (
    <option value={option.value} lang={useLang(option.language)}>
      {option.label}
    </option>
  );
}

export function RadioField(
  props: FieldProps & { options: readonly (Option & { hint?: string; mark?: ReactNode })[] },
) {
  const { field } = props;
  const chosen = textOf(field);
  return (
    <fieldset className="my-4" aria-describedby={describedBy(props)}>
      <legend className="font-semibold">{props.label}</legend>
      <FieldErrors field={field} />
      {props.options.map((option, i) => (
        <label
          key={option.value}
          className="card mt-2 flex min-h-12 cursor-pointer items-center gap-3 px-4 py-2"
        >
          <input
            type="radio"
            id={i === 0 ? field.id : undefined} // where the error summary leads
            name={field.name}
            value={option.value}
            defaultChecked={chosen === option.value}
          />
          {option.mark}
          <span>
            <span className="block font-medium">{option.label}</span>
            {option.hint ? <span className="block text-sm text-soft">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Label, hint and errors around a control. */
export function FieldFrame(props: FieldProps & { children: ReactNode }) {
  const t = useT();
  const { field } = props;
  return (
    <div className="my-4">
      <label htmlFor={field.id} className="font-semibold">
        {props.label}
        {props.optional ? (
          <span className="font-normal text-soft"> ({t("common.optional")})</span>
        ) : null}
      </label>
      {props.hint ? (
        <p id={`${field.id}-hint`} className="text-sm text-soft">
          {props.hint}
        </p>
      ) : null}
      <FieldErrors field={field} />
      <div className="mt-1">{props.children}</div>
    </div>
  );
}

function FieldErrors({ field }: { field: AnyField }) {
  const t = useT();
  if (!field.errors) return null;
  return (
    <p id={field.errorId} className="font-medium text-persimmon">
      {field.errors.map((code) => errorText(t, code)).join(" ")}
    </p>
  );
}

/** What a schema says of a field that the page itself fills in. */
const OUTDATED = "form_outdated";

/**
 * On top of a form why it did not go through: what its command answered, and all errors, each leading to its field.
 * `subjects` says by field what it is of, where fields of many things have the same errors.
 */
export function FormErrors<Schema extends Record<string, unknown>>(props: {
  form: FormMetadata<Schema>;
  failure?: { code: string; detail: MessageValues } | undefined;
  subjects?: ReadonlyMap<string, string>;
}) {
  const t = useT();
  const page = usePageAddress();
  const { failure } = props;
  const all = Object.entries(props.form.allErrors);
  // A fault of a hidden field has no control to lead to.
  const entries = all.filter(([, codes]) => !codes?.includes(OUTDATED));
  return (
    <>
      {entries.length < all.length ? (
        <Refusal title={errorText(t, OUTDATED)}>
          <a href={page} className="text-persimmon">
            {t("common.reopenPage")}
          </a>
        </Refusal>
      ) : null}
      {failure ? <Refusal title={errorText(t, failure.code, failure.detail)} /> : null}
      {entries.length > 0 ? (
        <Refusal title={t("common.formHasErrors")}>
          <ul className="list-disc pl-5">
            {entries.map(([name, codes]) => (
              <li key={name}>
                <a href={`#${props.form.id}-${name}`} className="text-persimmon">
                  {props.subjects?.has(name) ? `${props.subjects.get(name)}: ` : null}
                  {(codes ?? []).map((code) => errorText(t, code)).join(" ")}
                </a>
              </li>
            ))}
          </ul>
        </Refusal>
      ) : null}
    </>
  );
}

/** What the control shows at first. */
export function textOf(field: AnyField): string {
  return field.initialValue ?? "";
}

/** What ties the control to its hint and errors. */
export function ariaOf(props: FieldProps) {
  return {
    // Not `required`: the browser's own bubble speaks its language, not the reader's.
    "aria-required": props.optional ? undefined : true,
    "aria-invalid": props.field.errors ? true : undefined,
    "aria-describedby": describedBy(props),
  };
}

function describedBy({ field, hint }: FieldProps): string | undefined {
  const ids = [hint ? `${field.id}-hint` : "", field.errors ? field.errorId : ""];
  return ids.join(" ").trim() || undefined;
}
