import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sendConsentCode } from "~/domain/flows/send-consent-code.server";
import { takeConsentCode } from "~/domain/flows/take-consent-code.server";
import { findDelegation } from "~/domain/households/queries-delegations.server";
import { listActsOfHelper } from "~/domain/households/queries-helped-acts.server";
import { codeForm } from "~/domain/identity/forms";
import { linkKey } from "~/domain/identity/link-key.server";
import { phoneCode } from "~/domain/identity/phone-code.server";
import { findPhoneCode } from "~/domain/identity/queries-phone-codes.server";
import { settings } from "~/platform/env.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { AgentConsent } from "~/ui/helpers/agent-consent";
import { codeStateOf } from "~/ui/helpers/code-state";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission, type DoorArgs, type Entry } from "~/web/guard.server";
import { renewalPath } from "~/web/helped-link.server";
import { orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.consentTitle"));

/** Only the agent who asked sees it. */
async function ownConsent({ params }: DoorArgs, { user }: Entry) {
  const delegation = await findDelegation(params["delegationCode"] ?? "");
  return orNotFound(delegation?.agentId === user.id ? delegation : null);
}

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "agent_desk.open");
  const delegation = await ownConsent(args, entry);
  const { code, codeId, status, householdSlug } = delegation;
  const isDemo = settings().APP_MODE === "demo";
  const digits = codeId !== null && status === "asked" ? await findPhoneCode(codeId) : null;
  const query = new URL(args.request.url).searchParams;
  return {
    delegation,
    codeState: codeStateOf(digits),
    // Nothing goes to a phone in a demo.
    demoDigits:
      isDemo && codeId !== null && digits?.isOpen ? phoneCode({ ...digits, id: codeId }) : null,
    demoLink:
      isDemo && status === "given"
        ? paths.consent("vi", { code, key: linkKey("consent", code) })
        : null,
    renewal: renewalPath(entry.user.id, householdSlug),
    helped: await listActsOfHelper(delegation, pageOf(query.get("page"))),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "agent_desk.open");
  const { actor } = entry;
  const { code } = await ownConsent(args, entry);
  const form = await readFormData(args.request);
  if (form.has("again")) {
    const { clientNetwork } = args.context;
    const sent = await sendConsentCode(actor, { code, clientNetwork, wish: "again" });
    const query = sent.ok ? { done: "again" } : { problem: sent.code };
    return redirect(paths.agentConsent(code, query), 303);
  }
  const read = checkForm(form, codeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const taken = await takeConsentCode(actor, { code, digits: read.value.code });
  if (taken.ok) return redirect(paths.agentConsent(code), 303);
  const reply = failureReply(taken, read.submission);
  const wrong = fieldErrorReply(read.submission, "code", "code_not_this");
  const isWrong = taken.code === "code_wrong";
  return data<MutationReply>(isWrong ? { ...reply, ...wrong } : reply, {
    status: isWrong ? 400 : 409,
  });
}

export default function AgentConsentPage() {
  return (
    <AgentConsent {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
  );
}
