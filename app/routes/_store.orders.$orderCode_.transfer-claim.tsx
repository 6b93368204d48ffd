import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isPhotoCode } from "~/domain/catalog/photo-limits";
import { sendClaim } from "~/domain/flows/send-claim.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { claimForm } from "~/domain/payments/forms-claim";
import { mayClaim } from "~/domain/payments/may-claim";
import { findPayment } from "~/domain/payments/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ClaimForm } from "~/ui/claims/claim-form";
import { BackLink } from "~/ui/households/back-link";
import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound, orNotFound, tooManyRequests } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import { acting, checkoutOf } from "~/web/link-key.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { sentFile } from "~/web/sent-files.server";

// A photo is work; one network may be a whole village behind one mast.
const perNetwork = createRateLimit({ limit: 60, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("claims.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!payment) throw notFound();
  return { code, orderKey: key, isPossible: mayClaim(payment), claimId: newId("tcl") };
}

export async function action(args: ActionFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = await readForm(args.request, claimForm(now()));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { claimId, amountVnd, transferredAt, bankReference } = read.value;
  const checkout = orNotFound(await findCheckout(code));
  const photo = await sentFile({ form: read.form, ownerId: checkout.id }, "photo");
  const sent = await sendClaim(await currentActor(args), {
    code,
    claimId,
    amountVnd,
    transferredAt,
    bankReference,
    photo,
  });
  if (sent.ok) {
    await photo?.drop();
    return redirect(paths.order(languageOf(args, null), code, key), 303);
  }
  if (sent.code === "order_not_found") throw notFound();
  if (isPhotoCode(sent.code)) {
    const reply = fieldErrorReply(read.submission, "photo", sent.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  return data<MutationReply>(failureReply(sent, read.submission), { status: 409 });
}

export default function TransferClaimPage() {
  const { code, orderKey, claimId, isPossible } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const back = paths.order(useLanguage(), code, orderKey);
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={back} text={t("orders.orderTitle", { code })} />
      <h1 className="text-3xl">{t("claims.title")}</h1>
      {isPossible ? (
        <>
          <p className="mt-2 max-w-prose text-soft">{t("claims.lead")}</p>
          <ClaimForm code={code} orderKey={orderKey} claimId={claimId} reply={reply} />
        </>
      ) : (
        <Refusal title={errorText(t, "claim_not_awaited")}>
          <a href={back} className="text-persimmon">
            {t("orders.orderTitle", { code })}
          </a>
        </Refusal>
      )}
    </div>
  );
}
