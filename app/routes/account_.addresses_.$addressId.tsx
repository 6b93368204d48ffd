import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { putAddress } from "~/domain/buyers/put-address.server";
import { receiverAt } from "~/domain/buyers/queries.server";
import { receiverForm } from "~/domain/orders/forms";
import { findCommune, listCommunes, listProvinces } from "~/domain/places/queries.server";
import { inTransaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { AccountPage } from "~/ui/buyers/account-page";
import { AddressForm } from "~/ui/buyers/address-form";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData, textsOf } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("account.addressBook"));

/** An address of the person's book; under an id that nothing has yet, the form for a new one. */
export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const addressId = args.params["addressId"] ?? "";
  if (!/^adr_[0-9a-f]{32}$/.test(addressId)) throw notFound();
  const receiver = await receiverAt(user.id, addressId);
  return { addressId, receiver, places: await placesIn(receiver?.provinceCode) };
}

export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const addressId = args.params["addressId"] ?? "";
  if (!/^adr_[0-9a-f]{32}$/.test(addressId)) throw notFound();
  const form = await readFormData(args.request);
  const typed = textsOf(form);
  const show = async (reply: MutationReply, status: number) =>
    data({ ...reply, places: await placesIn(typed["provinceCode"]) }, { status });
  if (typed["intent"] === "choose_province") {
    return show({ submission: { initialValue: { ...typed, communeCode: "" } } }, 200);
  }
  const read = checkForm(form, receiverForm);
  if (!read.ok) return show(read.reply, 400);
  const { buyerName, buyerPhone, provinceCode, communeCode, addressLine } = read.value;
  const commune = await findCommune(communeCode);
  if (commune?.provinceCode !== provinceCode) {
    const code = commune ? "commune_not_in_province" : "commune_unknown";
    return show(fieldErrorReply(read.submission, "communeCode", code), 400);
  }
  const placeName = `${commune.name}, ${commune.provinceName}`;
  const place = { provinceCode, communeCode, placeName, addressLine };
  const facts = { fullName: buyerName, phone: buyerPhone, ...place };
  const kept = await inTransaction((tx) => putAddress(tx, { userId: user.id, addressId, facts }));
  if (kept.ok) return redirect(paths.addresses({ done: "address" }), 303);
  if (kept.code === "address_not_found") throw notFound();
  return show(failureReply(kept, read.submission), 409);
}

export default function AddressPage() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <AccountPage
      title={loaded.receiver ? t("account.editAddress") : t("account.addAddress")}
      back={{ href: paths.addresses(), text: t("account.addressBook") }}
    >
      <AddressForm
        addressId={loaded.addressId}
        places={reply?.places ?? loaded.places}
        receiver={loaded.receiver}
        submission={reply?.submission ?? null}
        failure={reply?.failure}
      />
    </AccountPage>
  );
}

async function placesIn(asked: string | undefined) {
  const provinces = await listProvinces();
  const provinceCode = provinces.find(({ code }) => code === asked)?.code ?? settings().PROVINCE;
  return { provinceCode, provinces, communes: await listCommunes(provinceCode) };
}
