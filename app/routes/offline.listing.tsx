import type { MetaFunction } from "@remix-run/node";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OfflineListing } from "~/ui/phone/offline-listing";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("phone.title"));

/**
 * Lists a product on a phone that has no line: one page of all questions, the same for everybody, which the phone keeps
 * (`service-worker.js`) and its script (`listing-phone.ts`) asks through. What is answered never passes through here.
 */
export default function OfflineListingPage() {
  return <OfflineListing />;
}
