import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { Actor } from "~/domain/audit/actor";
import { arrangementForm } from "~/domain/catalog/forms-collection";
import { arrangeCollection } from "~/domain/flows/arrange-collection.server";
import { endCollection } from "~/domain/flows/end-collection.server";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import type { z } from "zod";

/** Whoever opens the address of the form is led to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "collection.edit");
  throw redirect(paths.departmentCollection(slugOf(args)));
}

/** Products in, out or in another order, or the end of it all; back to the page, which tells how it went. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "collection.edit");
  const slug = slugOf(args);
  const read = await readForm(args.request, arrangementForm);
  if (!read.ok) {
    throw redirect(paths.departmentCollection(slug, { problem: firstErrorOf(read.reply) }), 303);
  }
  const q = read.form.get("q");
  const result = await carryOut(actor, slug, read.value);
  if (!result.ok && result.code === "collection_not_found") throw notFound();
  const answer = result.ok ? { done: read.value.intent } : { problem: result.code };
  const query = { ...answer, q: typeof q === "string" ? q : undefined };
  throw redirect(paths.departmentCollection(slug, query), 303);
}

function slugOf(args: DoorArgs): string {
  return args.params["collectionSlug"] ?? "";
}

async function carryOut(actor: Actor, slug: string, form: z.output<typeof arrangementForm>) {
  switch (form.intent) {
    case "add":
      return arrangeCollection(actor, {
        slug,
        change: { kind: "add", productIds: form.productId },
      });
    case "remove":
      return arrangeCollection(actor, {
        slug,
        change: { kind: "remove", productId: form.productId },
      });
    case "place": {
      const { productId, place } = form;
      return arrangeCollection(actor, { slug, change: { kind: "place", productId, place } });
    }
    case "end":
      return endCollection(actor, { slug });
  }
}
