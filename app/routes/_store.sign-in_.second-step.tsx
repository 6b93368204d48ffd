import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterSecondStep } from "~/domain/flows/enter-second-step.server";
import { setUpSecondStep } from "~/domain/flows/set-up-second-step.server";
import { secondStepForm, secondStepSetUpForm } from "~/domain/identity/forms";
import { halfwayPerson } from "~/domain/identity/halfway-token.server";
import { findSecondStep } from "~/domain/identity/queries-officers.server";
import { startSession } from "~/domain/identity/sessions.server";
import { totpSecret } from "~/domain/identity/totp.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { SecondStepEntry } from "~/ui/identity/second-step-entry";
import { SecondStepDone } from "~/ui/identity/recovery-codes";
import { useLanguage, useT } from "~/ui/site";
import { currentUser, languageOf } from "~/web/guard.server";
import { forgetHalfway, readHalfway } from "~/web/halfway-cookie.server";
import { keepRetryAfter } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths, safeReturnPath } from "~/web/paths";
import { refuseSecondStep, secondStepState } from "~/web/second-step.server";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("officers.stepTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const state = await secondStepState(args.request, languageOf(args, null));
  // No redirect for who is signed in: this page may be the answer to a form, with codes that stand nowhere else.
  const isIn = state.kind === "over" && (await currentUser(args)) !== null;
  return { next: nextOf(args.request), state: isIn ? ({ kind: "in" } as const) : state };
}

/** A code of the app, or the first one of an app that is being set up. */
export async function action(args: ActionFunctionArgs) {
  const token = readHalfway(args.request);
  const person = await halfwayPerson(token);
  const { addressLanguage: language } = args.context;
  const next = nextOf(args.request);
  if (token === null || person === null) {
    return redirect(paths.secondStep(language, { next }), 303);
  }
  if (await findSecondStep(person.userId)) {
    const read = await readForm(args.request, secondStepForm);
    if (!read.ok) return data({ reply: read.reply, codes: null }, { status: 400 });
    const entered = await enterSecondStep(person, read.value.code);
    if (!entered.ok) return refuseSecondStep(entered, read.submission, "code");
    const { way, leftCount } = entered.value.given;
    const isPaper = way === "paper";
    return redirect(isPaper ? paths.accountSecondStep({ left: leftCount, next }) : next, {
      status: 303,
      headers: await entering(entered.value.admitted),
    });
  }
  const read = await readForm(args.request, secondStepSetUpForm);
  if (!read.ok) return data({ reply: read.reply, codes: null }, { status: 400 });
  const { code: typed, ...given } = read.value;
  const secret = totpSecret(token);
  const done = await setUpSecondStep(person, { ...given, secret, typed });
  if (!done.ok) return refuseSecondStep(done, read.submission, "code");
  const { admitted, recoveryCodes } = done.value;
  return data({ reply: undefined, codes: recoveryCodes }, { headers: await entering(admitted) });
}

async function entering(admitted: Parameters<typeof startSession>[0]): Promise<Headers> {
  const headers = new Headers({ "Set-Cookie": await startSession(admitted) });
  headers.append("Set-Cookie", forgetHalfway());
  return headers;
}

function nextOf(request: Request): string {
  return safeReturnPath(new URL(request.url).searchParams.get("next")) ?? paths.departmentDesk();
}

export default function SecondStepPage() {
  const { next, state } = useLoaderData<typeof loader>();
  const { reply, codes = null } = useActionData<typeof action>() ?? {};
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mx-auto max-w-xl py-6">
      <h1 className="text-3xl">{t("officers.stepTitle")}</h1>
      {codes === null ? (
        <SecondStepEntry
          {...{ state, reply, next }}
          action={paths.secondStep(language, { next })}
        />
      ) : (
        <SecondStepDone codes={codes} next={next} />
      )}
    </div>
  );
}
