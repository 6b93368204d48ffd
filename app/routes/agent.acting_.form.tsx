import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadActingSwitch } from "~/domain/flows/load-acting-switch.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ActingSwitch } from "~/ui/helpers/acting-switch";
import { readActingSwitch } from "~/web/acting-switch.server";
import { requirePermission } from "~/web/guard.server";
import { readHeldForm } from "~/web/held-form.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.actingOther"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "agent_desk.open");
  return data(await readActingSwitch(args, (asked) => loadActingSwitch(scope, asked)), {
    status: 409,
  });
}

/** Holds what an agent typed for another household than the one that they work for by now; nothing is written. */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requirePermission(args, "agent_desk.open");
  await readActingSwitch(args, (asked) => loadActingSwitch(scope, asked));
  return data(await readHeldForm(args.request), { status: 409 });
}

export default function HeldFormPage() {
  const held = useActionData<typeof action>() ?? null;
  return <ActingSwitch {...useLoaderData<typeof loader>()} held={held} />;
}
