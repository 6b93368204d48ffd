import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTerms } from "~/domain/joining/queries-terms.server";
import { inForceOn } from "~/domain/joining/terms-order";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useT } from "~/ui/site";
import { TermsPage } from "~/ui/terms/terms-page";
import type { TermsStanding } from "~/ui/terms/terms-text";
import { orNotFound } from "~/web/http-errors";

// Not for search engines: they are to find the terms in force.
export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("terms.title"));

/** A version as it was published, for who has agreed to it or is asked to. */
export async function loader(args: LoaderFunctionArgs) {
  const versions = await listTerms();
  const number = args.params["termsNumber"] ?? "";
  const version = orNotFound(versions.find((one) => String(one.number) === number) ?? null);
  const today = localDateOf(now());
  const isInForce = inForceOn(versions, today)?.number === version.number;
  const standing: TermsStanding = isInForce
    ? "in_force"
    : version.effectiveOn > today
      ? "to_come"
      : "replaced";
  return {
    number: version.number,
    shown: { version, standing },
    versions: versions.map(({ number: one, effectiveOn }) => ({ number: one, effectiveOn })),
  };
}

export default function TermsVersionPage() {
  const { number, ...page } = useLoaderData<typeof loader>();
  const t = useT();
  return <TermsPage title={t("terms.versionTitle", { number })} {...page} />;
}
