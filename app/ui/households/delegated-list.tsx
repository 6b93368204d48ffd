import { formatPhone } from "~/domain/identity/phone";
import type { DelegatedHousehold } from "~/domain/households/types";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { Icon } from "./icon";

/** The households that rely on an agent; looking and calling only. */
export function DelegatedList({ households }: { households: readonly DelegatedHousehold[] }) {
  return (
    <ul className="mt-4 border-t border-line">
      {households.map((household) => (
        <li key={household.id} className="border-b border-line py-5">
          <DelegatedRow household={household} />
        </li>
      ))}
    </ul>
  );
}

function DelegatedRow({ household }: { household: DelegatedHousehold }) {
  const t = useT();
  const language = useLanguage();
  const { name, slug, status, phone } = household;
  return (
    <>
      <h2 className="text-xl">
        {status === "approved" ? (
          <a
            className="inline-flex min-h-12 items-center underline"
            href={paths.household(language, slug)}
          >
            {name}
          </a>
        ) : (
          name
        )}
      </h2>
      <p>
        {household.communeName} · {household.contactName}
      </p>
      <p className="text-soft">
        {t(`households.householdStatus_${status}`)} · {t("households.agentConsent")}{" "}
        <LocalDay date={household.consentUntil} />
      </p>
      <dl className="my-3 grid grid-cols-2 gap-4">
        <Figure
          name={t("households.agentWaiting")}
          count={household.waitingOrderCount}
          icon="bell"
          tone={household.waitingOrderCount > 0 ? "text-persimmon" : "text-soft"}
        />
        <Figure
          name={t("households.agentOnSale")}
          count={household.publishedCount}
          icon="tag"
          tone={household.publishedCount > 0 ? "text-leaf" : "text-soft"}
        />
      </dl>
      <a className="button button-quiet w-full sm:w-auto" href={`tel:${phone}`}>
        <Icon name="phone" />
        <span className="num">{t("households.buyerCall", { phone: formatPhone(phone) })}</span>
      </a>
    </>
  );
}

function Figure(props: { name: string; count: number; icon: "bell" | "tag"; tone: string }) {
  return (
    <div className={props.tone}>
      <dt className="flex items-center gap-2 font-medium">
        <Icon name={props.icon} />
        {props.name}
      </dt>
      <dd className="num text-3xl font-bold">{props.count}</dd>
    </div>
  );
}
