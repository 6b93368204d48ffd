import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listChannelSales } from "~/domain/statistics/queries-channels.server";
import { now } from "~/platform/clock.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ChannelSalesTable } from "~/ui/department/channel-sales-table";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { SourceLine } from "~/ui/statistics/source-line";
import { requirePermission } from "~/web/guard.server";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("channels.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const problem = new URL(args.request.url).searchParams.get("problem");
  return { sales: await listChannelSales(), problem, asOf: now() };
}

export default function OtherChannelsPage() {
  const { sales, problem, asOf } = useLoaderData<typeof loader>();
  const t = useT();
  const add = (
    <a className="button button-main" href={paths.newChannelSale()}>
      {t("channels.add")}
    </a>
  );
  return (
    <>
      <BackLink href={paths.indicator()} text={t("channels.toIndicator")} />
      <h1 className="text-3xl">{t("channels.title")}</h1>
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      <p className="mt-2 max-w-prose text-soft">{t("channels.lead")}</p>
      {sales.length === 0 ? (
        <EmptyState title={t("channels.empty")}>{add}</EmptyState>
      ) : (
        <>
          <p className="my-6">{add}</p>
          <ChannelSalesTable sales={sales} />
          <SourceLine
            of="channels"
            asOf={{ kind: "read", at: asOf }}
            first={sales.map(({ firstMonth }) => firstMonth).toSorted()[0] ?? ""}
            last={sales[0]?.lastMonth ?? ""}
            methods={[]}
          />
        </>
      )}
    </>
  );
}
