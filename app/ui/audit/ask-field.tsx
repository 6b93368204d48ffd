import type { AskedAudit, AuditField } from "~/domain/flows/asked-audit";
import type { ReactNode } from "react";
import type { Option } from "~/ui/primitives/form";
import { useLang } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

type Group = { label?: string; options: readonly Option[] };
export type Choices = Record<"who" | "person" | "act" | "kind", readonly Group[]>;

type Props = { asked: AskedAudit; name: AuditField; label: string; hint?: string };

/** A field of the question, with what was typed and what is wrong with it. */
export function AskField(props: Props & { type?: "tel" }) {
  const { asked, name } = props;
  return (
    <Frame {...props}>
      <input
        {...controlOf(props)}
        type={props.type ?? "text"}
        defaultValue={asked.typed[name]}
        autoComplete="off"
        spellCheck={false}
        className="mt-1 w-full min-w-0"
      />
    </Frame>
  );
}

export function AskSelect(props: Props & { name: keyof Choices; choices: Choices }) {
  const t = useT();
  const { asked, name, choices } = props;
  return (
    <Frame {...props}>
      <select
        {...controlOf(props)}
        defaultValue={asked.typed[name]}
        className="mt-1 w-full min-w-0"
      >
        <option value="">{t("audit.all")}</option>
        {choices[name]
          .filter(({ options }) => options.length > 0)
          .map(({ label, options }) =>
            label === undefined ? (
              options.map((option) => <Choice key={option.value} option={option} />)
            ) : (
              <optgroup key={label} label={label}>
                {options.map((option) => (
                  <Choice key={option.value} option={option} />
                ))}
              </optgroup>
            ),
          )}
      </select>
    </Frame>
  );
}

function Choice({ option }: { option: Option }) {
  return (
    <option value={option.value} lang={useLang(option.language)}>
      {option.label}
    </option>
  );
}

function Frame(props: Props & { children: ReactNode }) {
  const t = useT();
  const { asked, name, label, hint } = props;
  const fault = asked.faults[name];
  return (
    <div className="min-w-0">
      <label htmlFor={`audit-${name}`} className="font-semibold">
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`audit-${name}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p id={`audit-${name}-fault`} className="font-medium text-persimmon">
          {errorText(t, fault)}
        </p>
      )}
      {props.children}
    </div>
  );
}

function controlOf({ asked, name, hint }: Props) {
  const hasFault = asked.faults[name] !== undefined;
  const described = [hint ? `audit-${name}-hint` : "", hasFault ? `audit-${name}-fault` : ""];
  return {
    id: `audit-${name}`,
    name,
    "aria-invalid": hasFault ? true : undefined,
    "aria-describedby": described.join(" ").trim() || undefined,
  };
}
