import { isAuditAction } from "~/domain/audit/actions";
import type { HelpedActs as Acts } from "~/domain/households/types-delegations";
import { actWords } from "~/ui/audit/audit-words";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";

/** What agents did in a household's name: when, who, what, to what. */
export function HelpedActs({ helped, hrefOf }: { helped: Acts; hrefOf: (page: number) => string }) {
  const { acts, page, pageCount } = helped;
  const t = useT();
  const mark = useMark();
  return (
    <section aria-labelledby="helped-acts">
      <h2 id="helped-acts" className="mt-8 text-2xl">
        {t("helpers.actsTitle")}
      </h2>
      {acts.length === 0 ? <p className="mt-2 text-soft">{t("helpers.actsEmpty")}</p> : null}
      <ul className="mt-2 border-t border-line">
        {acts.map((act) => (
          <li key={act.id} className="border-b border-line py-2">
            <p className="font-medium">
              {actText(t, act.action)}
              {act.subject === null ? null : <>: {mark(act.subject, "vi")}</>}
            </p>
            <p className="text-sm text-soft">
              <LocalTime instant={act.occurredAt} /> ·{" "}
              {act.agentName === "" ? t("helpers.agentGone") : mark(act.agentName, "vi")}
            </p>
          </li>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefOf={hrefOf} />
    </section>
  );
}

function actText(t: ReturnType<typeof useT>, action: string): string {
  return isAuditAction(action) ? actWords(t, action) : t("helpers.actElse");
}
