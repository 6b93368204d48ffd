import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { simulateTransfer } from "~/domain/flows/simulate-transfer.server";
import { powerOfKey } from "~/domain/identity/link-key.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { simulatorForm } from "~/domain/payments/forms";
import { findPayment } from "~/domain/payments/queries.server";
import { parseVietQr } from "~/domain/payments/vietqr-parse";
import { settings } from "~/platform/env.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BankSimulator } from "~/ui/payments/bank-simulator";
import { currentActor, languageOf, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("payments.simulatorTitle"));

// `same-origin` and not `no-referrer`: with that, browsers send the form without saying where it comes from.
export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

export async function loader(args: LoaderFunctionArgs) {
  const { checkout, payment, key } = await findOrder(args);
  const read = payment.vietQrPayload === null ? null : parseVietQr(payment.vietQrPayload);
  return { code: checkout.code, key, payment, qr: read?.ok ? read.value : null };
}

export async function action(args: ActionFunctionArgs) {
  const { checkout, payment, key } = await findOrder(args);
  const read = await readForm(args.request, simulatorForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const sent = await simulateTransfer(await currentActor(args), {
    subject: { kind: "checkout", id: checkout.id },
    direction: "in",
    bankBin: payment.bankBin,
    accountNumber: payment.accountNumber,
    ...read.value,
  });
  if (!sent.ok) return data<MutationReply>(failureReply(sent, read.submission), { status: 409 });
  return redirect(paths.order(languageOf(args, null), checkout.code, key), 303);
}

export default function BankSimulatorPage() {
  const { code, key, payment, qr } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <BankSimulator
      code={code}
      orderKey={key}
      payment={payment}
      qr={qr}
      submission={reply?.submission ?? null}
    />
  );
}

/** The order whose code and key the address carries; 404 otherwise, and always in production. */
async function findOrder(args: DoorArgs) {
  if (settings().APP_MODE !== "demo") throw notFound();
  const query = new URL(args.request.url).searchParams;
  const code = query.get("code") ?? "";
  const key = query.get("key") ?? "";
  if (powerOfKey("order", { code, key }) === null) throw notFound();
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!checkout || !payment) throw notFound();
  return { checkout, payment, key };
}
