import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { deliverOrder } from "~/domain/flows/deliver-order.server";
import { acting, checkoutOf } from "~/web/link-key.server";
import { currentActor, languageOf } from "~/web/guard.server";
import { badRequest, notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await checkoutOf(args);
  return redirect(paths.order(languageOf(args, null), code, key), 303);
}

/** A buyer says that a parcel has come. */
export async function action(args: ActionFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const form = await args.request.formData().catch(() => {
    throw badRequest();
  });
  const order = form.get("order");
  const orderCode = typeof order === "string" ? order : "";
  const mover = { by: "buyer", checkoutCode: code } as const;
  const received = await deliverOrder(await currentActor(args), mover, { orderCode });
  if (!received.ok && received.code === "order_not_found") throw notFound();
  return redirect(paths.order(languageOf(args, null), code, key), 303);
}
