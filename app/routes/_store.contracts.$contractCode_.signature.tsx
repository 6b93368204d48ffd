import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signatureForm } from "~/domain/contracts/forms";
import { findContract } from "~/domain/contracts/queries.server";
import { addSignature } from "~/domain/flows/add-signature.server";
import { ALL_ROWS } from "~/domain/identity/scope";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BuyerContract } from "~/ui/contracts/buyer-contract";
import { acting, contractOf } from "~/web/link-key.server";
import { fieldErrorReply } from "~/web/field-error";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { uploadedFile } from "~/web/uploaded-file";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.contract.code ?? "";
  return privateMeta(matches, siteOf(matches).t("contracts.contractTitle", { code }));
};

export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

/** The contract's page again, for a file that was not in order. */
export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await acting(contractOf(args));
  const contract = await findContract(code, ALL_ROWS);
  if (!contract) throw notFound();
  return { key, contract };
}

export async function action(args: ActionFunctionArgs) {
  const { code, key } = await acting(contractOf(args));
  const read = await readForm(args.request, signatureForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const refuse = (error: string, status: number) =>
    data<MutationReply>(fieldErrorReply(read.submission, "signature", error), { status });
  const bytes = await uploadedFile(read.form, "signature");
  if (!bytes) return refuse("signature_missing", 400);
  const signer = { party: "buyer", scope: ALL_ROWS } as const;
  const added = await addSignature(await currentActor(args), signer, { code, bytes });
  if (!added.ok && added.code === "contract_not_found") throw notFound();
  if (!added.ok) return refuse(added.code, 409);
  return redirect(paths.contract(languageOf(args, null), { code, key, done: "signed" }), 303);
}

export default function ContractSignaturePage() {
  const { key, contract } = useLoaderData<typeof loader>();
  const signing = useActionData<typeof action>();
  return (
    <BuyerContract
      contract={contract}
      link={{ key, mayAct: true, isBuyerGone: false }}
      reading={null}
      orderLinks={{}}
      done={null}
      reply={undefined}
      signing={signing}
    />
  );
}
