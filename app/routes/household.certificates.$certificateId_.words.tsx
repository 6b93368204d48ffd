import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isEditable } from "~/domain/certificates/certificate-status";
import { certificateFormOn } from "~/domain/certificates/forms";
import { searchTextOf, typedWithSearch } from "~/domain/certificates/typed-certificate";
import { findOwnCertificate, listCertifiableProducts } from "~/domain/certificates/queries.server";
import { writeCertificate } from "~/domain/flows/write-certificate.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CertificateForm } from "~/ui/certificates/certificate-form";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { writtenReply } from "~/web/certificate-reply.server";
import { deskQuery } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { orRemoved } from "~/web/removed-certificate";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("certificates.listTitle"));

/** What a certificate says, as long as it does not wait and is not decided about. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificate.submit");
  const one = orRemoved(args, await findOwnCertificate(scope, args.params["certificateId"] ?? ""));
  const { id } = one;
  if (!isEditable(one.status)) throw redirect(paths.certificate(id, deskQuery(args)));
  const { stars, decisionNumber, issuerLevel, issuerName, issuedOn, expiresOn, ocopCode } = one;
  const searched = typedWithSearch(new URL(args.request.url).searchParams);
  const known = searched?.typed ?? {
    stars: String(stars),
    decisionNumber,
    issuerLevel,
    issuerName,
    issuedOn,
    expiresOn,
    ocopCode: ocopCode ?? "",
    productIds: one.products.map((product) => product.id),
  };
  const asked = { find: searched?.find ?? "", chosenIds: known.productIds ?? [] };
  return {
    deskHouseholdId: one.householdId,
    id,
    decisionNumber,
    known,
    list: {
      ...(await listCertifiableProducts(one.householdId, asked)),
      find: asked.find,
      search: searchTextOf(searched),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "certificate.submit");
  const { id, householdId } = orRemoved(
    args,
    await findOwnCertificate(scope, args.params["certificateId"] ?? ""),
  );
  const read = await readForm(args.request, certificateFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  if (read.value.certificateId !== id) throw notFound();
  const written = await writeCertificate(actor, scope, { householdId, form: read.value });
  if (!written.ok) return writtenReply(written, read.submission);
  return redirect(paths.certificate(id, { ...deskQuery(args), done: "saved" }), 303);
}

export default function CertificateWordsPage() {
  const { id, decisionNumber, known, list } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.certificate(id, query)} text={t("certificates.backToOne")} />
      <h1 className="text-3xl wrap-anywhere">
        {t("certificates.editTitle", { number: mark(decisionNumber, "vi") })}
      </h1>
      <CertificateForm
        action={paths.certificateWords(id, query)}
        certificateId={id}
        renewsId={null}
        known={known}
        list={list}
        reply={reply}
      />
    </>
  );
}
