import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { publicationForm } from "~/domain/catalog/forms";
import { submitProduct } from "~/domain/flows/submit-product.server";
import { withdrawProduct } from "~/domain/flows/withdraw-product.server";
import { requirePermission } from "~/web/guard.server";
import { badRequest, notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "product.edit");
  return redirect(paths.householdProduct(args.params["productSlug"] ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const slug = args.params["productSlug"] ?? "";
  const read = await readForm(args.request, publicationForm);
  // The form is a button: only a request made by hand comes here.
  if (!read.ok) throw badRequest();
  const isSubmit = read.value.move === "submit";
  const result = await (isSubmit ? submitProduct : withdrawProduct)(actor, scope, { slug });
  if (!result.ok && result.code === "product_not_found") throw notFound();
  const outcome = result.ok
    ? { done: isSubmit ? "submitted" : "withdrawn" }
    : { problem: result.code };
  return redirect(paths.householdProduct(slug, outcome), 303);
}
