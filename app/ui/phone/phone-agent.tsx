import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { agentPhoneUrl } from "./bundle-addresses";
import type { OpenAgent } from "./kept-types";
import { PhoneStrip } from "./phone-strip";

/** What this phone still keeps of households' sheets, and that it has just sent some. */
export function PhoneAgent({ agent }: { agent: OpenAgent }) {
  const t = useT();
  const language = useLanguage();
  return (
    <div data-phone-agent={JSON.stringify(agent)} className="no-print">
      <script type="module" src={agentPhoneUrl} />
      <PhoneStrip
        sent={{ text: t("phone.sheetsSent"), href: paths.agentDesk() }}
        kept={{ text: t("phone.sheetsKept"), href: paths.sheetsOffline(language) }}
      />
    </div>
  );
}
