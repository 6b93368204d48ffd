import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { enterByHandedCode } from "~/domain/flows/enter-by-handed-code.server";
import { handedCodeForm } from "~/domain/identity/forms";
import { startSession } from "~/domain/identity/sessions.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HandedCodeForm } from "~/ui/identity/handed-code-form";
import { useLanguage, useT } from "~/ui/site";
import { deskPathOf } from "~/web/desks";
import { writeDevice } from "~/web/device-cookie.server";
import { currentUser } from "~/web/guard.server";
import { keepRetryAfter, retryAfter } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("identity.handedTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const user = await currentUser(args);
  if (user) throw redirect(deskPathOf(user.role));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const read = await readForm(args.request, handedCodeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { clientNetwork } = args.context;
  const entered = await enterByHandedCode({ ...read.value, clientNetwork });
  if (!entered.ok) {
    const reply = failureReply(entered, read.submission);
    if (entered.code === "handed_code_wrong") return data<MutationReply>(reply, { status: 400 });
    const wait = retryAfter(Number(entered.detail?.["waitMs"]));
    return data<MutationReply>(reply, { status: 429, headers: wait });
  }
  const headers = new Headers({ "Set-Cookie": await startSession(entered.value) });
  headers.append("Set-Cookie", writeDevice(args.request, read.value.phone));
  return redirect(deskPathOf("household_member"), { status: 303, headers });
}

export default function HandedCodePage() {
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mx-auto max-w-xl py-6">
      <h1 className="text-3xl">{t("identity.handedTitle")}</h1>
      <p className="mt-2 text-soft">{t("identity.handedIntro")}</p>
      <HandedCodeForm action={paths.handedCode(language)} reply={reply} />
      <p className="mt-4">
        <a className="inline-flex min-h-12 items-center" href={paths.signIn(language)}>
          {t("identity.codeByPassword")}
        </a>
      </p>
    </div>
  );
}
