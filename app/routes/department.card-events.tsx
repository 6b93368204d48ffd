import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCardEvents } from "~/domain/payments/queries-cards.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { StatusFilter } from "~/ui/department/status-filter";
import { LocalTime } from "~/ui/primitives/local-time";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { CardEventTable } from "~/ui/settlement/card-event-table";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { readPage } from "~/ui/department/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("money.cardEventsTitle"));

/** What the card provider has told; what a person has to look at first. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "bank_transaction.read");
  const query = new URL(args.request.url).searchParams;
  const status = query.get("status") === "quarantined" ? ("quarantined" as const) : null;
  return { status, list: await listCardEvents({ status, page: readPage(query) }) };
}

export default function CardEventsPage() {
  const { status, list } = useLoaderData<typeof loader>();
  const { poll } = list;
  const t = useT();
  const options = [
    { status: null, text: t("money.cardEventsAll") },
    { status: "quarantined" as const, text: t("money.cardEventsQuarantined") },
  ].map((one) => ({
    href: paths.cardEvents(one.status === null ? undefined : { status: one.status }),
    text: one.text,
    isCurrent: one.status === status,
  }));
  return (
    <>
      <MoneyNav current="cards" />
      <h1 className="text-3xl">{t("money.cardEventsTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("money.cardEventsText")}</p>
      {list.isOff ? <Notice tone="plain" title={t("money.cardEventsOff")} /> : null}
      {poll?.failure ? <Notice tone="attention" title={t("money.cardEventsPollFailed")} /> : null}
      {poll?.succeededAt ? (
        <p className="mt-2 text-soft">
          {t("money.cardEventsPolled")} · <LocalTime instant={poll.succeededAt} />
        </p>
      ) : null}
      {list.openDisputeCount > 0 ? (
        <Notice
          tone="attention"
          title={t("money.cardEventsDisputes", { count: list.openDisputeCount })}
        />
      ) : null}
      <StatusFilter options={options} />
      {list.events.length === 0 ? (
        <EmptyState title={t("money.cardEventsNone")} />
      ) : (
        <CardEventTable events={list.events} />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.cardEvents({ ...(status ? { status } : {}), page })}
      />
    </>
  );
}
