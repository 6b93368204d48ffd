import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { handEntryCode } from "~/domain/flows/hand-entry-code.server";
import { findHelpedHousehold } from "~/domain/households/queries-helped.server";
import { handCodeForm } from "~/domain/identity/forms";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HandCode } from "~/ui/helpers/hand-code";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission, type DoorArgs, type Entry } from "~/web/guard.server";
import { handCodePath, readHelpedSlug, renewalPath } from "~/web/helped-link.server";
import { orNotFound } from "~/web/http-errors";
import { failureReply, readForm } from "~/web/mutation.server";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.handTitle"));

async function helpedOf({ request }: DoorArgs, { user }: Entry) {
  const slug = readHelpedSlug(request, user.id);
  return orNotFound(slug === null ? null : await findHelpedHousehold(slug));
}

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "agent_desk.open");
  const household = await helpedOf(args, entry);
  const { id } = entry.user;
  return {
    household,
    codeId: newId("pcd"),
    action: handCodePath(id, household.slug),
    back: renewalPath(id, household.slug),
  };
}

/** Makes the digits; the answer shows them, and nothing shows them again. */
export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "agent_desk.open");
  const household = await helpedOf(args, entry);
  const read = await readForm(args.request, handCodeForm);
  if (!read.ok) return data({ reply: read.reply, handed: null }, { status: 400 });
  const { codeId } = read.value;
  const handed = await handEntryCode(entry.actor, { codeId, householdId: household.id });
  if (!handed.ok) return data({ reply: failureReply(handed), handed: null }, { status: 409 });
  const place = originOf(args.request) + paths.handedCode("vi");
  return { reply: undefined, handed: { ...handed.value, place } };
}

export default function HandCodePage() {
  const { household, back, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <>
      <BackLink href={back} text={mark(household.name, "vi")} />
      <h1 className="text-3xl">{t("helpers.handTitle")}</h1>
      <HandCode {...form} handed={answer?.handed ?? null} reply={answer?.reply} />
    </>
  );
}
