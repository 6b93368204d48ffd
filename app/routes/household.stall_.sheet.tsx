import {
  redirect,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openStallQr } from "~/domain/flows/open-stall-qr.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { drawVietQrSvg } from "~/domain/payments/vietqr-svg.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { StallSheet } from "~/ui/stalls/stall-sheet";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("stalls.sheetTitle"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

/** The QR without an amount, to be printed and hung up; without an account for one, back to where that is said. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "stall.keep");
  const household = await findDeskHousehold(scope, deskSlug(args));
  if (!household) throw notFound();
  const opened = await openStallQr(actor, scope, { householdId: household.id });
  if (!opened.ok) throw redirect(paths.stall(deskQuery(args)));
  const { payload, ...account } = opened.value;
  // On paper for buyers: in Vietnamese whatever the desk's language.
  const title = translatorFor("vi")("stalls.sheetAlt");
  const svg = drawVietQrSvg({ value: payload, title });
  return { deskHouseholdId: household.id, sheet: { ...account, svg, title } };
}

export default function StallSheetPage() {
  const { sheet } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <div className="no-print">
        <BackLink href={paths.stall(query)} text={t("stalls.title")} />
        <h1 className="text-3xl">{t("stalls.sheetTitle")}</h1>
        <p className="mt-2">{t("stalls.sheetLead")}</p>
        <p className="mb-4">{t("orders.printHint")}</p>
      </div>
      <StallSheet {...sheet} />
    </>
  );
}
