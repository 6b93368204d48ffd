import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { documentFormOn } from "~/domain/catalog/forms-document";
import { findOwnLot } from "~/domain/catalog/queries-own-lot.server";
import { addDocument } from "~/domain/flows/add-document.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { DocumentForm } from "~/ui/lots/document-form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.lotCode ?? "";
  return privateMeta(matches, siteOf(matches).t("lots.addDocumentTitle", { code }));
};

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "lot.manage");
  const lot = await findOwnLot(scope, args.params["lotCode"] ?? "");
  if (!lot) throw notFound();
  return {
    deskHouseholdId: lot.householdId,
    lotCode: lot.code,
    productName: lot.productName,
    documentId: newId("doc"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "lot.manage");
  const lotCode = args.params["lotCode"] ?? "";
  const read = await readForm(args.request, documentFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const added = await addDocument(actor, scope, { lotCode, document: read.value });
  if (!added.ok) throw notFound();
  return redirect(paths.householdLot(lotCode, { done: "document" }), 303);
}

export default function LotDocumentsRoute() {
  const { lotCode, productName, documentId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <>
      <BackLink href={paths.householdLot(lotCode)} text={t("lots.backToLot")} />
      <h1 className="text-3xl">{t("lots.addDocumentTitle", { code: lotCode })}</h1>
      <p className="mt-1 text-lg">{mark(productName, "vi")}</p>
      <p className="mt-2 text-soft">{t("lots.addDocumentText")}</p>
      <DocumentForm lotCode={lotCode} documentId={documentId} reply={reply} />
    </>
  );
}
