import { useDesk } from "~/ui/households/use-desk";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { deskPhoneUrl } from "./bundle-addresses";
import type { OpenDesk } from "./kept-types";
import { PhoneStrip } from "./phone-strip";

/** What this phone still keeps of products, and what it has just sent. */
export function PhoneDesk() {
  const t = useT();
  const language = useLanguage();
  const { current, may, households } = useDesk();
  if (!current || !may("product.edit")) return null;
  const { id: householdId, slug, name } = current;
  const desk: OpenDesk = { householdId, slug, name, householdIds: households.map(({ id }) => id) };
  return (
    <div data-phone-desk={JSON.stringify(desk)} className="no-print">
      <script type="module" src={deskPhoneUrl} />
      <PhoneStrip
        sent={{ text: t("phone.sent"), href: paths.householdProducts() }}
        kept={{ text: t("phone.keptHere"), href: paths.listingOffline(language) }}
      />
    </div>
  );
}
