import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findProduct } from "~/domain/catalog/queries-product.server";
import { placePreorder } from "~/domain/flows/place-preorder.server";
import { findCommune, listCommunes, listProvinces } from "~/domain/places/queries.server";
import { preorderForm } from "~/domain/preorders/forms";
import { PAY_WITHIN_DAYS } from "~/domain/preorders/preorder-status";
import { findOpenHarvest } from "~/domain/preorders/queries.server";
import { settings } from "~/platform/env.server";
import { newToken } from "~/platform/ids";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { failureMeta, privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { HarvestFacts } from "~/ui/preorders/harvest-offer";
import { JoinHarvestForm } from "~/ui/preorders/join-harvest-form";
import { EmptyState } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { currentActor, languageOf } from "~/web/guard.server";
import { notFound, tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData, textsOf } from "~/web/mutation.server";
import { paths } from "~/web/paths";

// One network may be a whole village behind one mast; this only stops machines.
const perNetwork = createRateLimit({ limit: 120, windowMs: HOUR_MS });

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  page
    ? privateMeta(matches, siteOf(matches).t("preorders.joinTitle", { name: page.product.name }))
    : failureMeta(matches, notFound());

export async function loader(args: LoaderFunctionArgs) {
  return preparePage(args, {});
}

export async function action(args: ActionFunctionArgs) {
  const form = await readFormData(args.request);
  const typed = textsOf(form);
  const show = async (reply: MutationReply, status: number) =>
    data({ ...reply, page: await preparePage(args, typed) }, { status });
  if (typed["intent"] === "choose_province") {
    return show({ submission: { initialValue: { ...typed, communeCode: "" } } }, 200);
  }
  const waitMs = perNetwork.take(args.context.clientNetwork);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const read = checkForm(form, preorderForm);
  if (!read.ok) return show(read.reply, 400);
  const { provinceCode, ...asked } = read.value;
  const commune = await findCommune(asked.communeCode);
  if (commune?.provinceCode !== provinceCode) {
    return show(fieldErrorReply(read.submission, "communeCode", "commune_not_in_province"), 400);
  }
  const language = languageOf(args, null);
  const { product } = await preparePage(args, typed);
  const sent = { ...asked, productId: product.id, language };
  const placed = await placePreorder(await currentActor(args), sent);
  if (!placed.ok) return show(failureReply(placed, read.submission), 409);
  return redirect(paths.preorder(language, { ...placed.value, done: "joined" }), 303);
}

export default function JoinHarvestPage() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { product, harvest, places, submissionKey } = reply?.page ?? loaded;
  const back = paths.product(language, product.slug);
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={back} text={t("preorders.backToProduct")} />
      <h1 className="text-3xl">
        {t("preorders.joinTitle", { name: mark(product.name, product.nameLanguage) })}
      </h1>
      <p className="mt-2 max-w-prose text-soft">
        {t("preorders.joinLead", { days: PAY_WITHIN_DAYS })}
      </p>
      {harvest === null ? (
        <EmptyState title={t("preorders.joinClosed")} />
      ) : (
        <>
          <HarvestFacts harvest={harvest} />
          <p className="text-soft">{t("preorders.shippingLater")}</p>
          <JoinHarvestForm
            slug={product.slug}
            places={places}
            submissionKey={submissionKey}
            submission={reply?.submission ?? null}
            failure={reply?.failure}
          />
        </>
      )}
    </div>
  );
}

async function preparePage(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  typed: Record<string, string>,
) {
  const product = await findProduct(args.params["productSlug"] ?? "", languageOf(args, null));
  if (!product) throw notFound();
  const provinces = await listProvinces();
  const chosen = provinces.find(({ code }) => code === typed["provinceCode"]);
  const provinceCode = chosen?.code ?? settings().PROVINCE;
  const communes = await listCommunes(provinceCode);
  const isKey = /^[0-9a-f]{32}$/.test(typed["submissionKey"] ?? "");
  const { id, slug, name, nameLanguage } = product;
  return {
    product: { id, slug, name, nameLanguage },
    harvest: await findOpenHarvest(id),
    places: { provinceCode, provinces, communes },
    submissionKey: isKey ? (typed["submissionKey"] ?? "") : newToken(),
  };
}
