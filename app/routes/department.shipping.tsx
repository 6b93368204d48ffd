import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addTariff } from "~/domain/flows/add-tariff.server";
import { tariffFormOn } from "~/domain/fulfilment/forms-tariff";
import { listTariffs } from "~/domain/fulfilment/queries-tariff.server";
import { currentTariff } from "~/domain/fulfilment/queries.server";
import { listProvinces } from "~/domain/places/queries.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { TariffCard } from "~/ui/department/tariff-card";
import { TariffForm } from "~/ui/department/tariff-form";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("shipping.tariffTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "shipping_tariff.edit");
  const query = new URL(args.request.url).searchParams;
  return {
    tariffs: await listTariffs(),
    current: await currentTariff(reader(), localDateOf(now())),
    provinces: await listProvinces(),
    ownProvinceCode: settings().PROVINCE,
    tariffId: newId("sht"),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "shipping_tariff.edit");
  const read = await readForm(args.request, tariffFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const added = await addTariff(actor, read.value);
  if (!added.ok) {
    const field = added.code === "tariff_in_past" ? "effectiveOn" : "nearProvinceCodes";
    const reply = fieldErrorReply(read.submission, field, added.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  return redirect(paths.departmentShipping({ done: "saved" }), 303);
}

export default function DepartmentShippingPage() {
  const { tariffs, current, provinces, ownProvinceCode, tariffId, done, problem } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const isSample = tariffs.some(({ state, isSample: of }) => state === "in_force" && of);
  const standing = tariffs.filter(({ state }) => state === "in_force" || state === "coming");
  const earlier = tariffs.filter((tariff) => !standing.includes(tariff));
  return (
    <>
      <h1 className="text-3xl">{t("shipping.tariffTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("shipping.tariffLead")}</p>
      {done === "saved" ? <Notice tone="good" title={t("shipping.tariffSaved")} /> : null}
      {done === "withdrawn" ? <Notice tone="good" title={t("shipping.tariffWithdrawn")} /> : null}
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      {isSample ? <Notice tone="plain" title={t("shipping.tariffSample")} /> : null}
      <section className="mt-6">
        <h2 className="text-2xl">{t("shipping.tariffStanding")}</h2>
        {standing.map((tariff) => (
          <TariffCard key={tariff.id} tariff={tariff} provinces={provinces} />
        ))}
      </section>
      <section className="mt-10">
        <h2 className="text-2xl">{t("shipping.tariffForm")}</h2>
        <TariffForm
          tariffId={tariffId}
          current={current}
          others={provinces.filter(({ code }) => code !== ownProvinceCode)}
          reply={reply}
        />
      </section>
      {earlier.length === 0 ? null : (
        <section className="mt-10">
          <h2 className="text-2xl">{t("shipping.tariffEarlier")}</h2>
          {earlier.map((tariff) => (
            <TariffCard key={tariff.id} tariff={tariff} provinces={provinces} />
          ))}
        </section>
      )}
    </>
  );
}
