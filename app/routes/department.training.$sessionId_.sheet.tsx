import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findSession, findSessionCode } from "~/domain/training/queries.server";
import { drawQrSvg } from "~/platform/qr-svg.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { SessionSheet } from "~/ui/training/session-sheet";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.sheetLink"));

/** To print; its code is what says that somebody stood before it. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "training.manage");
  const scope = { kind: "all" } as const;
  const sessionId = args.params["sessionId"] ?? "";
  const session = orNotFound(await findSession(scope, sessionId));
  const code = orNotFound(await findSessionCode(scope, sessionId));
  const qr = drawQrSvg({
    value: new URL(paths.trainingByCode(code), originOf(args.request)).href,
    title: translatorFor(language)("training.sheetQr", { code }),
  });
  return { session, code, qr };
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
