import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { removeCertificate } from "~/domain/flows/remove-certificate.server";
import { deskQuery } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** Whoever opens the address of the form is led to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "certificate.submit");
  return redirect(paths.certificate(args.params["certificateId"] ?? "", deskQuery(args)));
}

/** Takes it away with its evidence; pressed twice it is away. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "certificate.submit");
  const id = args.params["certificateId"] ?? "";
  const removed = await removeCertificate(actor, scope, id);
  if (!removed.ok && removed.code === "certificate_not_found") throw notFound();
  const query = deskQuery(args);
  if (removed.ok) return redirect(paths.certificates({ ...query, done: "removed" }), 303);
  return redirect(paths.certificate(id, { ...query, problem: removed.code }), 303);
}
