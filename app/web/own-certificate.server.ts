import { redirect } from "@remix-run/node";
import { findCertificate, isRemovedCertificate } from "~/domain/certificates/queries.server";
import type { CertificateEntry } from "~/domain/certificates/types";
import type { Scope } from "~/domain/identity/scope";
import { deskQuery } from "./desk-address";
import type { DoorArgs } from "./guard.server";
import { notFound } from "./http-errors";
import { paths } from "./paths";

/** The certificate of the scope that the address names. Throws the way to the list where it was taken away, in another tab maybe; else a 404. */
export async function ownCertificate(args: DoorArgs, scope: Scope): Promise<CertificateEntry> {
  const id = args.params["certificateId"] ?? "";
  const one = await findCertificate(scope, id);
  if (one) return one;
  if (!(await isRemovedCertificate(scope, id))) throw notFound();
  const query = { ...deskQuery(args), problem: "certificate_removed" };
  throw redirect(paths.certificates(query), 303);
}
