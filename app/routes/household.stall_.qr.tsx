import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openStallQr } from "~/domain/flows/open-stall-qr.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { drawVietQrSvg } from "~/domain/payments/vietqr-svg.server";
import { stallQrForm } from "~/domain/stalls/forms";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { formatVnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { StallQrCard } from "~/ui/stalls/stall-qr-card";
import { StallQrAmount } from "~/ui/stalls/stall-qr-form";
import { deskSlug } from "~/web/desk-address";
import { languageOf, requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { errorText, translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("stalls.qrTitle"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

const TYPED_MAX = 40;

/** What the household holds up to a buyer: the QR of exactly this sum, and the button that writes it down. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope, user } = await requirePermission(args, "stall.keep");
  const search = new URL(args.request.url).searchParams;
  const household = await findDeskHousehold(scope, deskSlug(args));
  if (!household) throw notFound();
  const deskHouseholdId = household.id;
  const typed = search.get("amountVnd") ?? "";
  const read = stallQrForm.safeParse({ amountVnd: typed });
  const refuse = (code: string) => ({ deskHouseholdId, code, typed: null, shown: null });
  if (!read.success) {
    const code = read.error.issues[0]?.message ?? "amount_invalid";
    return { ...refuse(code), typed: typed.slice(0, TYPED_MAX) };
  }
  const { amountVnd } = read.data;
  const opened = await openStallQr(actor, scope, { householdId: household.id, amountVnd });
  if (!opened.ok) return refuse(opened.code);
  const { payload, ...account } = opened.value;
  const language = languageOf(args, user);
  const title = translatorFor(language)("stalls.qrAlt", { amount: formatVnd(amountVnd, language) });
  const svg = drawVietQrSvg({ value: payload, title });
  const note = { takingId: newId("stk"), takenOn: localDateOf(now()) };
  return {
    deskHouseholdId,
    code: null,
    typed: null,
    shown: { ...account, amountVnd, svg, note, title },
  };
}

export default function StallQrPage() {
  const { code, typed, shown } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.stall(query)} text={t("stalls.title")} />
      {shown === null ? (
        <>
          <h1 className="text-3xl">{t("stalls.qrTitle")}</h1>
          {typed === null || code === null ? (
            <Refusal title={errorText(t, code ?? "unexpected")} />
          ) : (
            <StallQrAmount refused={{ typed, code }} />
          )}
        </>
      ) : (
        <>
          <h1 className="text-3xl">
            {t("stalls.qrAsks", { amount: formatVnd(shown.amountVnd, language) })}
          </h1>
          <StallQrCard {...shown} />
          <p className="mt-3 text-lg font-semibold">{t("stalls.qrWait")}</p>
          <form method="post" action={paths.stall(query)} className="mt-3">
            <input type="hidden" name="takingId" value={shown.note.takingId} />
            <input type="hidden" name="takenOn" value={shown.note.takenOn} />
            <input type="hidden" name="amountVnd" value={shown.amountVnd} />
            <input type="hidden" name="way" value="transfer" />
            <button className="button button-main w-full">{t("stalls.qrGot")}</button>
          </form>
        </>
      )}
    </>
  );
}
