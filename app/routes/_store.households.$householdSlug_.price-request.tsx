import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ANSWER_WITHIN_DAYS } from "~/domain/contracts/contract-status";
import { priceRequestFormOn, readAskedPacks, typedRowsOf } from "~/domain/contracts/forms";
import { findAskable } from "~/domain/contracts/queries-buyer.server";
import { requestPrice } from "~/domain/flows/request-price.server";
import { findCommune, listCommunes, listProvinces } from "~/domain/places/queries.server";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { newToken } from "~/platform/ids";
import { HOUR_MS, localDateOf } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { failureMeta, privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PriceRequestForm } from "~/ui/contracts/price-request-form";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData, textsOf } from "~/web/mutation.server";
import { paths } from "~/web/paths";

// A question costs a household its time: a school asks a few, a machine many.
const perNetwork = createRateLimit({ limit: 30, windowMs: HOUR_MS });

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  page
    ? privateMeta(matches, siteOf(matches).t("contracts.askTitle"))
    : failureMeta(matches, notFound());

export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  return preparePage(params["householdSlug"] ?? "", firstOf(request), {});
}

export async function action(args: ActionFunctionArgs) {
  const form = await readFormData(args.request);
  const typed = textsOf(form);
  const slug = args.params["householdSlug"] ?? "";
  const show = async (reply: MutationReply, status: number) =>
    data(
      {
        ...reply,
        typed: typedRowsOf(form),
        page: await preparePage(slug, firstOf(args.request), typed),
      },
      { status },
    );
  if (typed["intent"] === "choose_province") {
    return show({ submission: { initialValue: { ...typed, communeCode: "" } } }, 200);
  }
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = checkForm(form, priceRequestFormOn(localDateOf(now())));
  if (!read.ok) return show(read.reply, 400);
  const refuse = (code: string) =>
    show(failureReply({ ok: false, code, detail: {} }, read.submission), 400);
  const asks = readAskedPacks(form);
  if (!asks) return refuse("contract_packs_invalid");
  if (asks.length === 0) return refuse("price_request_empty");
  const household = await findAskable(slug, "");
  if (!household) throw notFound();
  const { provinceCode, ...asked } = read.value;
  const commune = await findCommune(asked.communeCode);
  if (commune?.provinceCode !== provinceCode) return refuse("commune_not_in_province");
  const language = languageOf(args, null);
  const sent = { ...asked, householdId: household.id, asks, language };
  const opened = await requestPrice(await currentActor(args), sent);
  if (!opened.ok) return show(failureReply(opened, read.submission), 409);
  return redirect(paths.contract(language, { ...opened.value, done: "requested" }), 303);
}

export default function PriceRequestPage() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const { household, first, places, submissionKey } = reply?.page ?? loaded;
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.household(language, household.slug)} text={household.name} />
      <h1 className="text-3xl">{t("contracts.askTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">
        {t("contracts.askLead", { days: ANSWER_WITHIN_DAYS })}
      </p>
      {household.products.length === 0 ? (
        <EmptyState title={t("contracts.askNone")} />
      ) : (
        <PriceRequestForm
          household={household}
          first={first}
          places={places}
          submissionKey={submissionKey}
          submission={reply?.submission ?? null}
          failure={reply?.failure}
          typed={reply?.typed ?? {}}
        />
      )}
    </div>
  );
}

/** The product whose page the buyer comes from. */
function firstOf(request: Request): string {
  return new URL(request.url).searchParams.get("product") ?? "";
}

async function preparePage(slug: string, firstSlug: string, typed: Record<string, string>) {
  const household = await findAskable(slug, firstSlug);
  if (!household) throw notFound();
  const provinces = await listProvinces();
  const chosen = provinces.find(({ code }) => code === typed["provinceCode"]);
  const provinceCode = chosen?.code ?? settings().PROVINCE;
  const communes = await listCommunes(provinceCode);
  const isKey = /^[0-9a-f]{32}$/.test(typed["submissionKey"] ?? "");
  return {
    household,
    first: household.products.some(({ slug: one }) => one === firstSlug) ? firstSlug : undefined,
    places: { provinceCode, provinces, communes },
    submissionKey: isKey ? (typed["submissionKey"] ?? "") : newToken(),
  };
}
