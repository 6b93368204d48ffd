import { Icon } from "~/ui/households/icon";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
// oxlint-disable-next-line import/default -- the address of the bundle, not a module
import agentPhoneUrl from "./agent-phone.ts?worker&url";
import type { OpenAgent } from "./kept-types";

/** What this phone still keeps of households' sheets, and that it has just sent some; filled in by its script. */
export function PhoneAgent({ agent }: { agent: OpenAgent }) {
  const t = useT();
  const language = useLanguage();
  return (
    <div data-phone-agent={JSON.stringify(agent)} className="no-print">
      <script type="module" src={agentPhoneUrl} />
      <output
        data-sent=""
        hidden
        className="my-4 block rounded border-l-4 border-leaf bg-leaf-tint px-4 py-3"
      >
        <span className="font-semibold">{t("phone.sheetsSent")}</span>{" "}
        <a href={paths.agentDesk()} className="inline-flex min-h-12 items-center">
          {t("phone.look")}
        </a>
      </output>
      <p data-kept="" hidden className="my-4 rounded border-l-4 border-honey bg-raised px-4 py-1">
        <a
          href={paths.sheetsOffline(language)}
          className="inline-flex min-h-12 items-center gap-2 font-semibold"
        >
          <Icon name="clock" />
          <span>
            {t("phone.sheetsKept")} <span data-count="" className="num" />
          </span>
        </a>
      </p>
    </div>
  );
}
