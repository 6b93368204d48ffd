import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAccount } from "~/domain/identity/queries.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { RegistrationSheet } from "~/ui/helpers/consent-sheet";
import { requirePermission } from "~/web/guard.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.registrationSheetTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "agent_desk.open");
  const { fullName, phone } = present(await findAccount(user.id), "a signed-in person");
  return { fullName, phone };
}

export default function RegistrationSheetPage() {
  return <RegistrationSheet helper={useLoaderData<typeof loader>()} />;
}
