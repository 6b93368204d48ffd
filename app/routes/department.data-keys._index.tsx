import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDataKeys } from "~/domain/identity/queries-data-keys.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { DataKeysTable } from "~/ui/opendata/data-keys-table";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { useSite, useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("opendata.keysTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "data_key.manage");
  return {
    keys: await listDataKeys(),
    today: localDateOf(now()),
    isRevoked: new URL(args.request.url).searchParams.get("done") === "revoked",
  };
}

export default function DataKeysPage() {
  const { keys, today, isRevoked } = useLoaderData<typeof loader>();
  const t = useT();
  const { language } = useSite();
  return (
    <>
      <BackLink href={paths.indicator()} text={t("department.indicatorTitle")} />
      <h1 className="text-3xl">{t("opendata.keysTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">
        {t("opendata.keysLead")}{" "}
        <a className="underline" href={`${paths.openData(language)}#api`}>
          {t("opendata.apiHeading")}
        </a>
      </p>
      {isRevoked ? <Notice tone="good" title={t("opendata.keyRevoked")} /> : null}
      <p className="my-4">
        <a className="button button-main" href={paths.newDataKey()}>
          {t("opendata.keyNew")}
        </a>
      </p>
      {keys.length === 0 ? (
        <EmptyState title={t("opendata.keysNone")} />
      ) : (
        <DataKeysTable keys={keys} today={today} />
      )}
    </>
  );
}
