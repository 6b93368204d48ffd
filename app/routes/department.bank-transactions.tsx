import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { BankTransactionStatus } from "~/domain/payments/payment-status";
import { listBankFeeds } from "~/domain/payments/queries-feeds.server";
import { listBankTransactions } from "~/domain/payments/queries.server";
import { countUnreadableNotices } from "~/domain/payments/queries-unreadable.server";
import { sumPostedByStatements } from "~/domain/statements/queries-statements.server";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BankFeeds } from "~/ui/department/bank-feeds";
import { BankLine } from "~/ui/department/bank-line";
import { readPage } from "~/ui/department/page-number";
import { StatusFilter } from "~/ui/department/status-filter";
import { UnreadableNotices } from "~/ui/department/unreadable-notices";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { useT } from "~/ui/site";
import { StatementsOfBank } from "~/ui/statements/statements-of-bank";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

// What needs a person first.
const FILTERS: readonly BankTransactionStatus[] = ["suspense", "matched", "ignored"];

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.bankTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "bank_transaction.read");
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("status");
  const status = asked === "all" ? null : (FILTERS.find((one) => one === asked) ?? "suspense");
  return {
    status,
    list: await listBankTransactions({ status, page: readPage(query) }),
    posted: await sumPostedByStatements(),
    unreadable: await countUnreadableNotices(),
    incoming: {
      feeds: await listBankFeeds(),
      now: now(),
      isProduction: settings().APP_MODE === "production",
    },
  };
}

export default function BankTransactionsPage() {
  const { status, list, posted, unreadable, incoming } = useLoaderData<typeof loader>();
  const t = useT();
  const options = [...FILTERS, null].map((one) => ({
    href: paths.bankTransactions({ status: one ?? "all" }),
    text: one === null ? t("department.filterAll") : t(`department.bankStatus_${one}`),
    isCurrent: one === status,
  }));
  return (
    <>
      <MoneyNav current="lines" />
      <h1 className="text-3xl">{t("department.bankTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("department.bankLead")}</p>
      <StatementsOfBank posted={posted} />
      <UnreadableNotices {...unreadable} />
      <BankFeeds {...incoming} />
      <StatusFilter options={options} />
      {list.transactions.length === 0 ? (
        <EmptyState title={t("department.bankEmpty")} />
      ) : (
        <>
          <p className="num mt-4 mb-3 text-soft">
            {t("department.bankCount", { count: list.transactionCount })}
          </p>
          <ul>
            {list.transactions.map((line) => (
              <BankLine key={line.id} line={line} />
            ))}
          </ul>
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.bankTransactions({ status: status ?? "all", page })}
      />
    </>
  );
}
