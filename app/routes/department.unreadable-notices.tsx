import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listUnreadableNotices } from "~/domain/payments/queries-unreadable.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { UnreadableList } from "~/ui/evidence/unreadable-list";
import { Notice } from "~/ui/primitives/notice";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("evidence.unreadableTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "bank_transaction.allocate");
  const query = new URL(args.request.url).searchParams;
  const isOpen = query.get("show") !== "done";
  const list = await listUnreadableNotices({ isOpen, page: readPage(query) });
  return { isOpen, list, isSettled: query.get("done") === "1" };
}

export default function UnreadableNoticesPage() {
  const { isOpen, list, isSettled } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <MoneyNav current="lines" />
      <h1 className="text-3xl">{t("evidence.unreadableTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("evidence.unreadableLead")}</p>
      {isSettled ? <Notice tone="good" title={t("evidence.settled")} /> : null}
      <UnreadableList isOpen={isOpen} list={list} />
    </>
  );
}
