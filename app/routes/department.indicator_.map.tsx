import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uploadCommuneShapes } from "~/domain/flows/upload-commune-shapes.server";
import { measureShapes, readMapChoice } from "~/domain/places/queries-maps.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { MapUploadForm, SquaresForm } from "~/ui/department/map-forms";
import { MapInUse } from "~/ui/department/map-facts";
import { BackLink } from "~/ui/households/back-link";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { uploadedFile } from "~/web/uploaded-file";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("maps.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "commune_map.choose");
  const choice = await readMapChoice();
  return {
    done: new URL(args.request.url).searchParams.has("done"),
    choice,
    measured: choice?.kept ? await measureShapes(choice.kept.shapes) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "commune_map.choose");
  const form = await readFormData(args.request);
  const file = form.get("file");
  const uploaded = await uploadCommuneShapes(actor, {
    bytes: await uploadedFile(form, "file"),
    fileName: typeof file === "string" || file === null ? "" : file.name,
  });
  if (!uploaded.ok) return data<MutationReply>(failureReply(uploaded), { status: 400 });
  return redirect(paths.communeMapFile(uploaded.value.shapesId), 303);
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
      {done && !reply ? (
        <Notice tone="good" title={t(choice?.kept ? "maps.doneShapes" : "maps.doneSquares")} />
      ) : null}
      <MapInUse choice={choice} measured={measured} />
      <MapUploadForm reply={reply} />
      {choice?.kept ? <SquaresForm shapesId={choice.kept.id} seen={choice.place} /> : null}
    </>
  );
}
