import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { certificateFormOn } from "~/domain/certificates/forms";
import { searchTextOf, typedWithSearch } from "~/domain/certificates/typed-certificate";
import { findCertificate, listCertifiableProducts } from "~/domain/certificates/queries.server";
import { writeCertificate } from "~/domain/flows/write-certificate.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CertificateForm } from "~/ui/certificates/certificate-form";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { writtenReply } from "~/web/certificate-reply.server";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("certificates.addTitle"));

/** With `renews` in the address it is the one that follows another. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificate.submit");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const renewsId = renewedIn(args);
  const renews = renewsId === null ? null : orNotFound(await findCertificate(scope, renewsId));
  const searched = typedWithSearch(new URL(args.request.url).searchParams);
  const renewed = renews && {
    stars: String(renews.stars),
    productIds: renews.products.map(({ id }) => id),
  };
  const known = searched?.typed ?? renewed ?? {};
  const asked = { find: searched?.find ?? "", chosenIds: known.productIds ?? [] };
  return {
    deskHouseholdId: household.id,
    certificateId: newId("cer"),
    known,
    list: {
      ...(await listCertifiableProducts(household.id, asked)),
      find: asked.find,
      search: searchTextOf(searched),
    },
    renews: renews && { id: renews.id, decisionNumber: renews.decisionNumber },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "certificate.submit");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const read = await readForm(args.request, certificateFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const form = read.value;
  const written = await writeCertificate(actor, scope, { householdId: household.id, form });
  if (!written.ok) return writtenReply(written, read.submission);
  const query = { ...deskQuery(args), done: "saved" };
  return redirect(paths.certificate(form.certificateId, query), 303);
}

export default function NewCertificatePage() {
  const { certificateId, known, list, renews } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  const number = renews && mark(renews.decisionNumber, "vi");
  return (
    <>
      <BackLink href={paths.certificates(query)} text={t("certificates.back")} />
      <h1 className="text-3xl wrap-anywhere">
        {number === null ? t("certificates.addTitle") : t("certificates.renewTitle", { number })}
      </h1>
      <p className="mt-2 text-soft">{t("certificates.addLead")}</p>
      <CertificateForm
        action={paths.newCertificate({ ...query, renews: renews?.id })}
        certificateId={certificateId}
        renewsId={renews?.id ?? null}
        known={known}
        list={list}
        reply={reply}
      />
    </>
  );
}

function renewedIn({ request }: DoorArgs): string | null {
  const { searchParams } = new URL(request.url);
  return searchParams.get("renews") ?? searchParams.get("renewsId");
}
