import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTerms } from "~/domain/joining/queries-terms.server";
import { inForceOn } from "~/domain/joining/terms-order";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useT } from "~/ui/site";
import { TermsPage } from "~/ui/terms/terms-page";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(matches, {
    title: siteOf(matches).t("terms.title"),
    description: siteOf(matches).t("terms.lead"),
    path: paths.terms("vi"),
  });

export async function loader() {
  const versions = await listTerms();
  const version = inForceOn(versions, localDateOf(now()));
  return {
    shown: version === null ? null : ({ version, standing: "in_force" } as const),
    versions: versions.map(({ number, effectiveOn }) => ({ number, effectiveOn })),
  };
}

export default function TermsInForcePage() {
  const t = useT();
  return <TermsPage title={t("terms.title")} {...useLoaderData<typeof loader>()} />;
}
