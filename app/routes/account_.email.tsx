import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeEmail } from "~/domain/flows/change-email.server";
import { powerOfKey } from "~/domain/identity/link-key.server";
import { emailForm } from "~/domain/notices/forms";
import { openChannels } from "~/domain/notices/open-channels.server";
import { findEmail } from "~/domain/notices/queries-email.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { StoreLayout } from "~/ui/layouts/store-layout";
import { EmailForm } from "~/ui/notices/email-form";
import { useT } from "~/ui/site";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { badRequest, keepRetryAfter, notFound, retryAfter } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";

// Each saving sends a mail, to whoever has that address.
const perPerson = createRateLimit({ limit: 5, windowMs: HOUR_MS });

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("notices.emailTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  return pageOf(args, user.id);
}

export async function action(args: ActionFunctionArgs) {
  const { user, actor } = await requirePermission(args, "account.open");
  const { address, confirmKey } = await pageOf(args, user.id);
  const form = await readFormData(args.request);
  const intent = form.get("intent");
  switch (typeof intent === "string" ? intent : "") {
    case "save": {
      const read = checkForm(form, emailForm);
      if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
      const waitMs = perPerson.take(user.id);
      if (waitMs > 0) {
        const reply = failureReply({ ok: false, code: "too_many_emails" }, read.submission);
        return data<MutationReply>(reply, { status: 429, headers: retryAfter(waitMs) });
      }
      await changeEmail(actor, { kind: "set", email: read.value.email });
      break;
    }
    case "confirm": {
      // The link is of another address than the one that stands now.
      if (!address || confirmKey === null) throw notFound();
      const { email } = address;
      const confirmed = await changeEmail(actor, { kind: "confirm", email });
      if (!confirmed.ok) return data<MutationReply>(failureReply(confirmed), { status: 409 });
      break;
    }
    case "remove":
      await changeEmail(actor, { kind: "remove" });
      break;
    default:
      throw badRequest();
  }
  return redirect(paths.accountEmail(), 303);
}

export default function EmailPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <StoreLayout>
      <div className="mx-auto max-w-xl py-6">
        <h1 className="text-3xl">{t("notices.emailTitle")}</h1>
        <EmailForm {...page} reply={reply} />
        <p className="mt-8">
          <a className="inline-flex min-h-12 items-center" href={paths.account()}>
            {t("identity.accountTitle")}
          </a>
        </p>
      </div>
    </StoreLayout>
  );
}

/** 404 where no mail can be sent: an address would promise what does not happen. */
async function pageOf({ request }: DoorArgs, userId: string) {
  if (!openChannels().email) throw notFound();
  const address = await findEmail(userId);
  const key = new URL(request.url).searchParams.get("key") ?? "";
  const isTheirs =
    address !== null && powerOfKey("email", { code: `${userId} ${address.email}`, key }) === "act";
  return { address, confirmKey: isTheirs ? key : null, isOutdated: key !== "" && !isTheirs };
}
