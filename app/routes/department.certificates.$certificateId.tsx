import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { certificateDecisionForm } from "~/domain/certificates/forms";
import { placeOfCode } from "~/domain/certificates/queries-desk.server";
import { countSameCode, findCertificate } from "~/domain/certificates/queries.server";
import { decideCertificate } from "~/domain/flows/decide-certificate.server";
import { LogLink } from "~/ui/audit/log-link";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OfficerCertificate } from "~/ui/certificates/officer-certificate";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("certificates.listTitle"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificate.decide");
  const one = orNotFound(await findCertificate(scope, args.params["certificateId"] ?? ""));
  return {
    one,
    place: await placeOfCode(one.ocopCode),
    sameCodeCount: one.ocopCode === null ? 0 : await countSameCode(one.ocopCode, one.id),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** Confirmed or sent back. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "certificate.decide");
  const certificateId = args.params["certificateId"] ?? "";
  const read = await readForm(args.request, certificateDecisionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const decided = await decideCertificate(actor, { certificateId, ...read.value });
  if (decided.ok) {
    return redirect(paths.departmentCertificate(certificateId, { done: "decided" }), 303);
  }
  if (decided.code === "certificate_not_found") throw notFound();
  return data<MutationReply>(failureReply(decided, read.submission), { status: 409 });
}

export default function DepartmentCertificatePage() {
  const { one, place, sameCodeCount, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <OfficerCertificate
        one={one}
        place={place}
        sameCodeCount={sameCodeCount}
        done={done}
        reply={reply}
      />
      <LogLink kind="certificate" subject={one.id} />
    </>
  );
}
