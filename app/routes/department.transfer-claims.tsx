import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listClaims } from "~/domain/payments/queries-claims.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DeskClaims } from "~/ui/claims/desk-claims";
import { readPage } from "~/ui/department/page-number";
import { requirePermission } from "~/web/guard.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("claims.deskTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "transfer_claim.answer");
  const query = new URL(args.request.url).searchParams;
  const isOpen = query.get("show") !== "done";
  const list = await listClaims({ isOpen, page: readPage(query) });
  return { isOpen, list, isAnswered: query.get("done") === "1" };
}

export default function TransferClaimsPage() {
  return <DeskClaims {...useLoaderData<typeof loader>()} />;
}
