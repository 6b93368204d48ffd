import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** After the first code to a phone: what went, what to look at, and the way to where somebody was going. */
export function PasswordGone({ next }: { next: string | null }) {
  const t = useT();
  return (
    <Notice tone="attention" title={t("identity.codePasswordGone")}>
      {next === null ? null : (
        <p>
          <a className="button button-main mt-2 w-full" href={next}>
            {t("identity.codeGoOn")}
          </a>
        </p>
      )}
      <p>
        <a className="inline-flex min-h-12 items-center" href={paths.password()}>
          {t("account.passwordSet")}
        </a>
      </p>
    </Notice>
  );
}
