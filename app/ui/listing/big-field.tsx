import { ariaOf, FieldFrame, textOf, type FieldProps } from "~/ui/primitives/form";
import { useLang } from "~/ui/in-language";

/** The one thing that a screen asks for, in letters that are read from afar; `suffix` stands behind it. */
export function BigField(props: FieldProps & { suffix?: string }) {
  const { field } = props;
  return (
    <FieldFrame {...props}>
      <span className="flex items-center gap-3">
        <input
          id={field.id}
          name={field.name}
          type={props.type ?? "text"}
          inputMode={props.inputMode}
          autoComplete="off"
          defaultValue={textOf(field)}
          lang={useLang(props.language)}
          className="num min-h-16 min-w-0 text-2xl font-semibold"
          {...ariaOf(props)}
        />
        {props.suffix === undefined ? null : (
          <span className="shrink-0 text-2xl font-semibold">{props.suffix}</span>
        )}
      </span>
    </FieldFrame>
  );
}
