import type { FieldMetadata } from "@conform-to/react";
import { TextField } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The password that somebody has, or the way to prove oneself without it. @param props.next this page */
export function PasswordNow(props: {
  field: FieldMetadata<string>;
  isProven: boolean;
  hasCodes: boolean;
  next: string;
}) {
  const t = useT();
  const language = useLanguage();
  const { field, isProven, hasCodes, next } = props;
  if (isProven) return <Notice tone="good" title={t("account.passwordProven")} />;
  return (
    <>
      <TextField
        field={field}
        label={t("account.passwordNow")}
        type="password"
        autoComplete="current-password"
      />
      {hasCodes ? (
        <p>
          <a
            className="inline-flex min-h-12 items-center"
            href={paths.codeRequest(language, { next })}
          >
            {t("account.passwordByCode")}
          </a>
        </p>
      ) : null}
    </>
  );
}
