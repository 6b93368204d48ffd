import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { removeAddress } from "~/domain/buyers/remove-address.server";
import { inTransaction } from "~/platform/db.server";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.open");
  return redirect(paths.addresses());
}

/** Sent twice, it is gone the second time too. */
export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const addressId = args.params["addressId"] ?? "";
  await inTransaction((tx) => removeAddress(tx, { userId: user.id, addressId }));
  return redirect(paths.addresses({ done: "addressRemoved" }), 303);
}
