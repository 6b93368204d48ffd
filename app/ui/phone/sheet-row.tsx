import { useLanguage } from "~/ui/site";
import { paths } from "~/web/paths";
import { RowState, RowWays } from "./row-ways";

/** One household's sheet that the phone keeps: whose, how far it is, why it is still here, and the ways on. */
export function SheetRow() {
  return (
    <template data-name="row">
      <li className="border-b border-line py-4">
        <p data-household="" lang="vi" className="text-lg font-semibold" />
        <p className="text-soft">
          <span data-contact="" lang="vi" /> <span data-phone="" className="num" />
        </p>
        <RowState />
        <p data-why="" className="font-medium text-persimmon" />
        <RowWays here={paths.sheetsOffline(useLanguage())} next={paths.agentDesk()} />
      </li>
    </template>
  );
}
