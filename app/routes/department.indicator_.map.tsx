import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { UserActor } from "~/domain/audit/actor";
import { chooseCommuneMap } from "~/domain/flows/choose-commune-map.server";
import { uploadCommuneShapes } from "~/domain/flows/upload-commune-shapes.server";
import { mapChoiceForm } from "~/domain/places/forms-maps";
import { measureShapes, readMapChoice } from "~/domain/places/queries-maps.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { MapUploadForm, SquaresForm } from "~/ui/department/map-forms";
import { MapInUse } from "~/ui/department/map-facts";
import { BackLink } from "~/ui/households/back-link";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { boundariesSize } from "~/ui/statistics/commune-map";
import { requirePermission } from "~/web/guard.server";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { uploadedFile } from "~/web/uploaded-file";

/** To one of the page's two forms. */
type Reply = { upload?: MutationReply; squares?: string };

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("maps.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "commune_map.choose");
  const choice = await readMapChoice();
  const done = new URL(args.request.url).searchParams.has("done");
  if (!choice?.kept) return { done, choice: choice && { ...choice, kept: null }, measured: null };
  const { shapes, ...kept } = choice.kept;
  const measured = { ...(await measureShapes(shapes)), size: boundariesSize(shapes) };
  return { done, choice: { ...choice, kept }, measured };
}

/** A file of boundaries, or squares again. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "commune_map.choose");
  const form = await readFormData(args.request);
  if (form.get("map") === "squares") return goBackToSquares(actor, form);
  const file = form.get("file");
  const uploaded = await uploadCommuneShapes(actor, {
    bytes: await uploadedFile(form, "file"),
    fileName: typeof file === "string" || file === null ? "" : file.name,
  });
  if (!uploaded.ok) return data<Reply>({ upload: failureReply(uploaded) }, { status: 400 });
  return redirect(paths.communeMapFile(uploaded.value.shapesId), 303);
}

async function goBackToSquares(actor: UserActor, form: FormData) {
  const read = checkForm(form, mapChoiceForm);
  if (!read.ok) return data<Reply>({ squares: "map_changed_since" }, { status: 400 });
  const chosen = await chooseCommuneMap(actor, { shapesId: null, seen: read.value.seen });
  if (!chosen.ok) return data<Reply>({ squares: chosen.code }, { status: 409 });
  return redirect(paths.communeMap({ done: 1 }), 303);
}

export default function CommuneMapPage() {
  const { choice, measured, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.indicator()} text={t("department.indicatorTitle")} />
      <h1 className="text-3xl">{t("maps.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("maps.lead")}</p>
      {reply?.squares ? <Refusal title={errorText(t, reply.squares)} /> : null}
      {done && !reply ? (
        <Notice tone="good" title={t(choice?.kept ? "maps.doneShapes" : "maps.doneSquares")} />
      ) : null}
      <MapInUse choice={choice} measured={measured} />
      <MapUploadForm reply={reply?.upload} />
      {choice?.kept ? <SquaresForm seen={choice.place} /> : null}
    </>
  );
}
