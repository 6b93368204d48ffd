import type { Delegation } from "~/domain/households/types-delegations";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Questions that no household or officer has answered; nothing where there are none. */
export function AskedConsents({ asked }: { asked: readonly Delegation[] }) {
  const t = useT();
  const mark = useMark();
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="asked" className="mt-6">
      <h2 id="asked" className="text-xl">
        {t("helpers.agentAsked")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {asked.map(({ code, householdName, way }) => (
          <li key={code} className="border-b border-line">
            <a
              className="flex min-h-14 flex-wrap items-center gap-x-4"
              href={paths.agentConsent(code)}
            >
              <span className="font-semibold">{mark(householdName, "vi")}</span>
              <span className="text-soft">
                {t(way === "code" ? "helpers.agentAskedCode" : "helpers.agentAskedSheet")}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
