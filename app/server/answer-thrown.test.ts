import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";
import { ConsentEndedError } from "~/domain/audit/consent-ended";
import { answerThrown } from "./answer-thrown";

function doorThrowing(thrown: Error) {
  const action = async () => {
    throw thrown;
  };
  const build = { routes: { door: { id: "door", module: { action } } } } as unknown as ServerBuild;
  const args = { request: new Request("http://localhost/household/products") };
  return async () =>
    answerThrown(build).routes["door"]?.module.action?.(args as unknown as LoaderFunctionArgs);
}

it("a door whose agent's consent has just ended answers as the guard does", async () => {
  const answer = await doorThrowing(new ConsentEndedError())().catch((thrown: unknown) => thrown);
  expect(answer).toBeInstanceOf(Response);
  const { status, headers } = answer as Response;
  expect([status, headers.get("Location")]).toEqual([303, "/agent?problem=no_consent"]);
  await expect(doorThrowing(new Error("a bug"))()).rejects.toThrow("a bug");
});
