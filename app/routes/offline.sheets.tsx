import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listFormerNames } from "~/domain/places/queries-former.server";
import { listCommunes } from "~/domain/places/queries.server";
import { settings } from "~/platform/env.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OfflineSheets } from "~/ui/phone/offline-sheets";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("phone.sheetsTitle"));

/** The communes of the province, and what they were called: a phone cannot ask for them without a line. */
export async function loader() {
  const province = settings().PROVINCE;
  return { communes: await listCommunes(province), former: await listFormerNames(province) };
}

/**
 * Types households' sheets of paper on a phone that has no line: one page, the same for everybody, which the phone keeps
 * (`service-worker.js`) with its script (`sheets-phone.ts`). What is typed never passes through here.
 */
export default function OfflineSheetsPage() {
  return <OfflineSheets {...useLoaderData<typeof loader>()} />;
}
