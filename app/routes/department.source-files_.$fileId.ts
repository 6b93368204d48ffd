import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { lookAtSourceFile } from "~/domain/flows/look-at-source-file.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";
import { privateFile } from "~/web/private-file";

/** The file behind a figure, for the department alone; who looked is noted. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePermission(args, "indicator.read");
  const looked = await lookAtSourceFile(actor, args.params["fileId"] ?? "");
  if (!looked.ok) throw notFound();
  const { id, type, content } = looked.value;
  if (content === null) return redirect(paths.otherChannels({ problem: "evidence_key_missing" }));
  return privateFile({ type, content, name: id });
}
