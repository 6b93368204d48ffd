import type { RetiredHelper } from "~/domain/households/types-helpers";
import { formatPhone } from "~/domain/identity/phone";
import { formatDate, localDateOf } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Whose number it is, and the button by which they help again. */
export function ReopenForm({ helper }: { helper: RetiredHelper }) {
  const t = useT();
  const mark = useMark();
  const { agentId, fullName, phone, retiredAt } = helper;
  return (
    <>
      <p className="mt-3 text-lg font-semibold wrap-anywhere">
        {mark(fullName, "vi")} · <span className="num">{formatPhone(phone)}</span>
      </p>
      <p className="num">{t("helpers.reopenSince", { day: formatDate(localDateOf(retiredAt)) })}</p>
      <p className="mt-3 max-w-prose">{t("helpers.reopenLead")}</p>
      <p className="mt-3 max-w-prose text-soft">{t("helpers.reopenOther")}</p>
      <form method="post" action={paths.helperReopening(agentId)} className="mt-4">
        <button className="button button-main">{t("helpers.reopen")}</button>
      </form>
    </>
  );
}
