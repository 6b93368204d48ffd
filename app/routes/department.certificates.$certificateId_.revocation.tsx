import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { revocationFormOn } from "~/domain/certificates/forms";
import { findCertificate } from "~/domain/certificates/queries.server";
import { revokeCertificate } from "~/domain/flows/revoke-certificate.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { RevocationPage } from "~/ui/certificates/revocation-form";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("certificates.revoke"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificate.decide");
  const id = args.params["certificateId"] ?? "";
  const one = orNotFound(await findCertificate(scope, id));
  if (one.status !== "confirmed") throw redirect(paths.departmentCertificate(id));
  return { one };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "certificate.decide");
  const certificateId = args.params["certificateId"] ?? "";
  const read = await readForm(args.request, revocationFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const revoked = await revokeCertificate(actor, { certificateId, ...read.value });
  if (revoked.ok) {
    return redirect(paths.departmentCertificate(certificateId, { done: "revoked" }), 303);
  }
  if (revoked.code === "certificate_not_found") throw notFound();
  if (revoked.code === "revoked_before_issued") {
    const reply = fieldErrorReply(read.submission, "revokedOn", revoked.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  return data<MutationReply>(failureReply(revoked, read.submission), { status: 409 });
}

export default function RevocationRoute() {
  const { one } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <RevocationPage one={one} reply={reply} />;
}
