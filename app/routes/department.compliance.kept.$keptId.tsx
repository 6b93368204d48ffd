import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findKept } from "~/domain/compliance/queries-kept.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { KeptFacts } from "~/ui/compliance/kept-facts";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("compliance.keptTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "compliance.manage");
  return orNotFound(await findKept(args.params["keptId"] ?? ""));
}

export default function KeptContentPage() {
  const kept = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.keptContents()} text={t("compliance.keptTitle")} />
      <h1 className="text-3xl wrap-anywhere">{mark(kept.title, "vi")}</h1>
      <p className="mt-2 text-soft">{t("compliance.keptLead")}</p>
      <KeptFacts kept={kept} />
    </div>
  );
}
