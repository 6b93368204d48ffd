import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { findOwnCertificate } from "~/domain/certificates/queries.server";
import { withdrawCertificate } from "~/domain/flows/withdraw-certificate.server";
import { deskQuery } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";
import { orRemoved } from "~/web/removed-certificate";

/** Whoever opens the address of the form is led to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "certificate.submit");
  return redirect(paths.certificate(args.params["certificateId"] ?? "", deskQuery(args)));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "certificate.submit");
  const { id } = orRemoved(
    args,
    await findOwnCertificate(scope, args.params["certificateId"] ?? ""),
  );
  const withdrawn = await withdrawCertificate(actor, scope, id);
  if (!withdrawn.ok && withdrawn.code === "certificate_not_found") throw notFound();
  const outcome = withdrawn.ok ? { done: "withdrawn" } : { problem: withdrawn.code };
  return redirect(paths.certificate(id, { ...deskQuery(args), ...outcome }), 303);
}
