import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findSheet } from "~/domain/training/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { SessionSheet } from "~/ui/training/session-sheet";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";
import { drawSessionQr } from "~/web/session-qr.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.sheetLink"));

/** To print; its code is what says that somebody stood before it. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "training.manage");
  const sheet = orNotFound(await findSheet({ kind: "all" }, args.params["sessionId"] ?? ""));
  return { ...sheet, qr: drawSessionQr(args, { language, code: sheet.code }) };
}

export default function DepartmentSessionSheetPage() {
  const sheet = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <div className="no-print">
        <BackLink href={paths.departmentSession(sheet.session.id)} text={t("training.title")} />
      </div>
      <SessionSheet {...sheet} />
    </>
  );
}
