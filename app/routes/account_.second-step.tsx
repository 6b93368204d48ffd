import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveSecondStep } from "~/domain/flows/move-second-step.server";
import { secondStepMoveForm } from "~/domain/identity/forms";
import { findAccount } from "~/domain/identity/queries.server";
import { findSecondStep } from "~/domain/identity/queries-officers.server";
import { sessionMark, sessionSecret } from "~/domain/identity/sessions.server";
import { totpSecret } from "~/domain/identity/totp.server";
import { present } from "~/platform/invariant";
import { AccountPage } from "~/ui/buyers/account-page";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { SecondStepDone } from "~/ui/identity/recovery-codes";
import { SecondStepOwn } from "~/ui/identity/second-step-own";
import { useT } from "~/ui/site";
import { requirePermission, type DoorArgs, type Entry } from "~/web/guard.server";
import { keepRetryAfter } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths, safeReturnPath } from "~/web/paths";
import { appSetUp, refuseSecondStep } from "~/web/second-step.server";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("officers.stepTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user, language } = await requirePermission(args, "department_desk.open");
  const account = present(await findAccount(user.id), "a session belongs to a person");
  const query = new URL(args.request.url).searchParams;
  const step = await findSecondStep(user.id);
  return {
    step,
    app: step && appSetUp(await newSecret(args, user), { phone: account.phone, language }),
    isPaperUsed: query.has("left"),
    next: safeReturnPath(query.get("next")) ?? paths.departmentDesk(),
  };
}

/** An officer's app goes over to another phone. */
export async function action(args: ActionFunctionArgs) {
  const { user, actor } = await requirePermission(args, "department_desk.open");
  if (!(await findSecondStep(user.id))) return redirect(paths.accountSecondStep(), 303);
  const read = await readForm(args.request, secondStepMoveForm);
  if (!read.ok) return data({ reply: read.reply, codes: null }, { status: 400 });
  const secret = await newSecret(args, user);
  const { oldCode: oldTyped, newCode: newTyped } = read.value;
  const mark = sessionMark(args.request.headers.get("Cookie"));
  const moved = await moveSecondStep(actor, { secret, oldTyped, newTyped, sessionMark: mark });
  if (!moved.ok) {
    const field = moved.code === "second_step_new_wrong" ? "newCode" : "oldCode";
    return refuseSecondStep(moved, read.submission, field);
  }
  return data({ reply: undefined, codes: moved.value.recoveryCodes });
}

/** The same as often as this session opens the page, and another once the app was moved. */
async function newSecret({ request }: DoorArgs, { id }: Entry["user"]): Promise<string> {
  const known = sessionSecret(request.headers.get("Cookie"));
  const step = await findSecondStep(id);
  return totpSecret(`move ${id} ${known} ${step?.setUpAt ?? 0}`);
}

export default function OwnSecondStepPage() {
  const { step, app, isPaperUsed, next } = useLoaderData<typeof loader>();
  const { reply, codes = null } = useActionData<typeof action>() ?? {};
  const t = useT();
  return (
    <AccountPage title={t("officers.stepTitle")}>
      {codes === null ? (
        <SecondStepOwn {...{ step, app, reply, isPaperUsed, next }} />
      ) : (
        <SecondStepDone codes={codes} next={paths.account()} />
      )}
    </AccountPage>
  );
}
