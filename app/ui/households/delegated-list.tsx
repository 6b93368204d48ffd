import { formatPhone } from "~/domain/identity/phone";
import { SELLS_DAYS } from "~/domain/households/delegation-terms";
import type { DelegatedHousehold } from "~/domain/households/types";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { Icon } from "./icon";

/** `joining`: how far its list is, while the department has not decided about it. */
type Row = DelegatedHousehold & {
  renewal: string;
  joining: { doneCount: number; allCount: number; sentBackCount: number } | null;
};

/** The households that rely on an agent: how far each has come, and the way to work for it. */
export function DelegatedList({ households }: { households: readonly Row[] }) {
  if (households.length === 0) return null;
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

function DelegatedRow({ household }: { household: Row }) {
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
      {household.joining === null ? null : <Joining {...household.joining} />}
      <Figures household={household} />
      {household.isEndingSoon ? (
        <p className="mb-3 font-medium text-persimmon">
          {t("helpers.agentEnding")}{" "}
          <a className="inline-flex min-h-12 items-center" href={household.renewal}>
            {t("helpers.agentRenew")}
          </a>
        </p>
      ) : null}
      <form method="post" action={paths.acting()}>
        <input type="hidden" name="household" value={slug} />
        <button className="button button-main w-full">{t("helpers.agentWork")}</button>
      </form>
      <div className="mt-2 grid gap-2 sm:grid-cols-2">
        <a className="button button-quiet" href={`tel:${phone}`}>
          <Icon name="phone" />
          <span className="num">{t("households.buyerCall", { phone: formatPhone(phone) })}</span>
        </a>
        <a className="button button-quiet" href={paths.agentConsent(household.code)}>
          {t("helpers.factPowers")}
        </a>
      </div>
    </>
  );
}

function Joining(props: NonNullable<Row["joining"]>) {
  const t = useT();
  const { doneCount, allCount, sentBackCount } = props;
  return (
    <>
      <p>{t("joining.helperProgress", { done: doneCount, all: allCount })}</p>
      {sentBackCount === 0 ? null : (
        <p className="font-medium text-persimmon">
          {t("joining.helperSentBack", { count: sentBackCount })}
        </p>
      )}
    </>
  );
}

function Figures({ household }: { household: Row }) {
  const t = useT();
  return (
    <dl className="my-3 grid grid-cols-3 gap-4">
      {household.waitingOrderCount === null ? null : (
        <Figure
          name={t("households.agentWaiting")}
          count={household.waitingOrderCount}
          icon="bell"
          tone={household.waitingOrderCount > 0 ? "text-persimmon" : "text-soft"}
        />
      )}
      <Figure
        name={t("households.agentOnSale")}
        count={household.publishedCount}
        icon="tag"
        tone={household.publishedCount > 0 ? "text-leaf" : "text-soft"}
      />
      <Figure
        name={t("helpers.agentSells", { count: SELLS_DAYS })}
        count={household.soldOrderCount}
        icon="check"
        tone={household.soldOrderCount > 0 ? "text-leaf" : "text-soft"}
      />
    </dl>
  );
}

function Figure(props: {
  name: string;
  count: number;
  icon: "bell" | "tag" | "check";
  tone: string;
}) {
  return (
    <div className={`flex flex-col justify-between ${props.tone}`}>
      <dt className="flex items-start gap-2 text-sm font-medium leading-tight">
        <Icon name={props.icon} />
        {props.name}
      </dt>
      <dd className="num text-3xl font-bold">{props.count}</dd>
    </div>
  );
}
