import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { changePassword } from "~/domain/flows/change-password.server";
import { passwordForm } from "~/domain/identity/forms";
import { startSession } from "~/domain/identity/sessions.server";
import { AccountPage } from "~/ui/buyers/account-page";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PasswordForm } from "~/ui/identity/password-form";
import { useT } from "~/ui/site";
import { readDevice } from "~/web/device-cookie.server";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { keepRetryAfter, retryAfter } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("account.password"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "account.open");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { user, actor } = await requirePermission(args, "account.open");
  const read = await readForm(args.request, passwordForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { clientNetwork } = args.context;
  const proof = { userId: user.id, clientNetwork, deviceToken: readDevice(args.request) };
  const changed = await changePassword(actor, { ...read.value, ...proof });
  if (changed.ok) {
    const headers = { "Set-Cookie": await startSession(changed.value) };
    return redirect(paths.account({ saved: "password" }), { status: 303, headers });
  }
  if (changed.code === "wrong_password") {
    const reply = fieldErrorReply(read.submission, "password", changed.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  if (changed.code === "demo_sign_in") {
    return data<MutationReply>(failureReply(changed, read.submission), { status: 409 });
  }
  const wait = retryAfter(Number(changed.detail?.["waitMs"]));
  return data<MutationReply>(failureReply(changed, read.submission), {
    status: 429,
    headers: wait,
  });
}

export default function PasswordPage() {
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <AccountPage title={t("account.password")}>
      <p className="mt-2 text-soft">{t("account.passwordText")}</p>
      <PasswordForm reply={reply} />
    </AccountPage>
  );
}
