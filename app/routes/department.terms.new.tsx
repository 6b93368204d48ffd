import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { publishSellerTerms } from "~/domain/flows/publish-seller-terms.server";
import { termsForm } from "~/domain/joining/forms-terms";
import { listTerms } from "~/domain/joining/queries-terms.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { TermsForm } from "~/ui/terms/terms-form";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("terms.publish"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "terms.publish");
  const [newest] = await listTerms();
  const { number = 0, textVi = "", textEn = "" } = newest ?? {};
  return { number: number + 1, begun: { textVi, textEn, changeVi: "", changeEn: "" } };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "terms.publish");
  const read = await readForm(args.request, termsForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const published = await publishSellerTerms(actor, read.value);
  if (published.ok) return redirect(paths.departmentTerms({ done: "published" }), 303);
  const reply =
    published.code === "terms_published_meanwhile"
      ? failureReply(published, read.submission)
      : fieldErrorReply(read.submission, "effectiveOn", published.code);
  return data<MutationReply>(reply, { status: 409 });
}

export default function NewTermsPage() {
  const { number, begun } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentTerms()} text={t("terms.title")} />
      <h1 className="text-3xl">{t("terms.newTitle", { number })}</h1>
      <TermsForm action={paths.newTerms()} number={number} begun={begun} reply={reply} />
    </div>
  );
}
