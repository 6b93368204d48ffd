import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listItems } from "~/domain/joining/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { ItemRows } from "~/ui/joining/item-rows";
import { JoiningOutcome } from "~/ui/joining/joining-outcome";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("joining.configTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "joining.manage");
  const query = new URL(args.request.url).searchParams;
  return { items: await listItems(), done: query.get("done"), problem: query.get("problem") };
}

export default function DepartmentJoiningPage() {
  const { items, done, problem } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.departmentHouseholds()} text={t("department.householdsTitle")} />
      <h1 className="text-3xl">{t("joining.configTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("joining.configLead")}</p>
      <JoiningOutcome done={done} problem={problem} />
      <p className="mt-4">
        <a className="button button-main" href={paths.newJoiningItem()}>
          {t("joining.configAdd")}
        </a>
      </p>
      {items.length === 0 ? (
        <EmptyState title={t("joining.configEmpty")} />
      ) : (
        <ItemRows items={items} />
      )}
    </div>
  );
}
