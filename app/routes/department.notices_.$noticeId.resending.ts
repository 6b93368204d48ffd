import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { resendNotice } from "~/domain/flows/resend-notice.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "notice.manage");
  return redirect(paths.departmentNotices());
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "notice.manage");
  const result = await resendNotice(actor, { noticeId: args.params["noticeId"] ?? "" });
  if (!result.ok && result.code === "notice_not_found") throw notFound();
  const outcome = result.ok ? { done: "resent" } : { problem: result.code };
  return redirect(paths.departmentNotices(outcome), 303);
}
