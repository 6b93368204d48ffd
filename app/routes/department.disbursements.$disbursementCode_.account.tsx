import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookAtPayee } from "~/domain/flows/look-at-payee.server";
import { findDisbursement } from "~/domain/settlement/queries-disbursements.server";
import { encodeVietQr } from "~/domain/payments/vietqr-encode";
import { drawVietQrSvg } from "~/domain/payments/vietqr-svg.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Refusal } from "~/ui/primitives/notice";
import { PayeeToSend } from "~/ui/settlement/payee-to-send";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText, translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("money.payeeShow"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

/** The whole account, noted with who opened it; of an approved one also as a QR, which carries amount and code. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, language } = await requirePermission(args, "disbursement.manage");
  const code = args.params["disbursementCode"] ?? "";
  const disbursement = await findDisbursement(code);
  if (!disbursement) throw notFound();
  const looked = await lookAtPayee(actor, { code });
  if (!looked.ok) return { disbursement, account: null, qr: null, problem: looked.code };
  const { bankBin, accountNumber } = looked.value;
  const { amountVnd, status } = disbursement;
  const qr = encodeVietQr({ bankBin, accountNumber, amountVnd, memo: code });
  const title = translatorFor(language)("money.qrTitle", { code });
  return {
    disbursement,
    account: looked.value,
    qr: status === "approved" && qr.ok ? drawVietQrSvg({ value: qr.value, title }) : null,
    problem: null,
  };
}

export default function DisbursementPayeePage() {
  const { disbursement, account, qr, problem } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink
        href={paths.disbursement(disbursement.code)}
        text={t("money.disbursementOf", { code: disbursement.code })}
      />
      <h1 className="text-3xl">{t("money.payeeShow")}</h1>
      {account ? (
        <PayeeToSend disbursement={disbursement} account={account} qr={qr} />
      ) : (
        <Refusal title={errorText(t, problem ?? "payee_key_missing")} />
      )}
    </div>
  );
}
