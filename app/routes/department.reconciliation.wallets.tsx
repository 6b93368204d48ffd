import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tellWalletBalance } from "~/domain/flows/tell-wallet-balance.server";
import { walletBalanceForm } from "~/domain/settlement/forms-reconciliation";
import { WALLETS } from "~/domain/settlement/wallets";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { FormErrors, SelectField, TextField } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reconciliation.walletsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "reconciliation.manage");
  return { isDone: new URL(args.request.url).searchParams.get("done") === "told" };
}

/** Keeps what a telecom's app shows. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "reconciliation.manage");
  const read = await readForm(args.request, walletBalanceForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  await tellWalletBalance(actor, read.value);
  return redirect(paths.walletBalances({ done: "told" }), 303);
}

export default function WalletBalancesPage() {
  const { isDone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form, fields] = useForm<Record<"walletId" | "balanceVnd", string>>({
    id: "wallet",
    lastResult: reply?.submission ?? null,
  });
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.reconciliation()} text={t("reconciliation.backToTitle")} />
      {isDone ? <Notice tone="good" title={t("reconciliation.walletsDone")} /> : null}
      <h1 className="text-3xl">{t("reconciliation.walletsTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("reconciliation.walletsLead")}</p>
      <form method="post" id={form.id} action={paths.walletBalances()} className="max-w-prose">
        <FormErrors form={form} failure={reply?.failure} />
        <SelectField
          field={fields.walletId}
          label={t("reconciliation.walletsWallet")}
          options={WALLETS.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          field={fields.balanceVnd}
          label={t("reconciliation.walletsAmount")}
          inputMode="numeric"
          autoComplete="off"
        />
        <button className="button button-main">{t("reconciliation.walletsSend")}</button>
      </form>
    </div>
  );
}
