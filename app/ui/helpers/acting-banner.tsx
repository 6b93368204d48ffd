import { formatDate } from "~/platform/period";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Above every page of a household while an agent works for it: whose it is, and the way out. */
export function ActingBanner() {
  const t = useT();
  const { current, helped } = useDesk();
  if (helped === null || current === null) return null;
  const day = formatDate(helped.consentUntil);
  return (
    <aside className="no-print mx-auto mb-4 flex max-w-2xl flex-wrap items-center gap-x-4 gap-y-2 rounded border-2 border-honey bg-honey-tint px-3 py-2">
      <p className="min-w-56 flex-1">
        <strong>{t("helpers.actingBanner", { household: current.name })}</strong>{" "}
        <span className="block text-sm">{t("helpers.actingUntil", { day })}</span>
      </p>
      <form method="post" action={paths.acting()}>
        <button name="stop" value="1" className="button button-quiet">
          {t("helpers.actingStop")}
        </button>
      </form>
    </aside>
  );
}
