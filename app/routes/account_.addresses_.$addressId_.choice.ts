import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { chooseAddress } from "~/domain/buyers/choose-address.server";
import { inTransaction } from "~/platform/db.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.open");
  return redirect(paths.addresses());
}

export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const addressId = args.params["addressId"] ?? "";
  const chosen = await inTransaction((tx) => chooseAddress(tx, { userId: user.id, addressId }));
  if (!chosen.ok) throw notFound();
  return redirect(paths.addresses({ done: "addressChosen" }), 303);
}
