import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { evidenceForm } from "~/domain/certificates/forms";
import { placeOfCode } from "~/domain/certificates/queries-desk.server";
import { findOwnCertificate } from "~/domain/certificates/queries.server";
import { sendCertificate } from "~/domain/flows/send-certificate.server";
import { newId } from "~/platform/ids";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OwnCertificatePage } from "~/ui/certificates/own-certificate";
import { deskQuery } from "~/web/desk-address";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { orRemoved } from "~/web/removed-certificate";
import { sentFiles } from "~/web/sent-files.server";

// A photo is work; a helper sends for a whole village.
const perPerson = createRateLimit({ limit: 60, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("certificates.listTitle"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificate.submit");
  const one = orRemoved(args, await findOwnCertificate(scope, args.params["certificateId"] ?? ""));
  const query = new URL(args.request.url).searchParams;
  return {
    deskHouseholdId: one.householdId,
    one,
    place: await placeOfCode(one.ocopCode),
    formId: newId("csf"),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

/** Sends it to the department with its evidence. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope, user } = await requirePermission(args, "certificate.submit");
  const { id: certificateId } = orRemoved(
    args,
    await findOwnCertificate(scope, args.params["certificateId"] ?? ""),
  );
  const waitMs = perPerson.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = await readForm(args.request, evidenceForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const files = await sentFiles({ form: read.form, ownerId: user.id }, "files");
  const { formId } = read.value;
  const sent = await sendCertificate(actor, scope, { certificateId, formId, files });
  if (sent.ok) {
    for (const file of files) await file.drop();
    const query = { ...deskQuery(args), done: "sent" };
    return redirect(paths.certificate(certificateId, query), 303);
  }
  if (sent.code === "certificate_not_found") throw notFound();
  if (sent.code.startsWith("certificate_")) {
    return data<MutationReply>(failureReply(sent, read.submission), { status: 409 });
  }
  const reply = fieldErrorReply(read.submission, "files", sent.code);
  return data<MutationReply>(reply, { status: 400 });
}

export default function CertificatePage() {
  const { one, place, formId, done, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <OwnCertificatePage
      one={one}
      place={place}
      formId={formId}
      done={done}
      problem={problem}
      reply={reply}
    />
  );
}
