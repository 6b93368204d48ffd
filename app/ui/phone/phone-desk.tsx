import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
// oxlint-disable-next-line import/default -- the address of the bundle, not a module
import deskPhoneUrl from "./desk-phone.ts?worker&url";
import type { OpenDesk } from "./kept-types";

/** What this phone still keeps of products, and what it has just sent; filled in by its script. */
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
      <output
        data-sent=""
        hidden
        className="my-4 block rounded border-l-4 border-leaf bg-leaf-tint px-4 py-3"
      >
        <span className="font-semibold">{t("phone.sent")}</span>{" "}
        <a href={paths.householdProducts()} className="inline-flex min-h-12 items-center">
          {t("phone.look")}
        </a>
      </output>
      <p data-kept="" hidden className="my-4 rounded border-l-4 border-honey bg-raised px-4 py-1">
        <a
          href={paths.listingOffline(language)}
          className="inline-flex min-h-12 items-center gap-2 font-semibold"
        >
          <Icon name="clock" />
          <span>
            {t("phone.keptHere")} <span data-count="" className="num" />
          </span>
        </a>
      </p>
    </div>
  );
}
