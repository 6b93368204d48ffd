import { isContractKey } from "~/domain/identity/contract-key.server";
import type { DoorArgs } from "./guard.server";
import { notFound } from "./http-errors";

/** The contract of this address, opened by its buyer's key; 404 without. */
export function contractOf({ params, request }: DoorArgs) {
  const code = params["contractCode"] ?? "";
  const key = new URL(request.url).searchParams.get("key") ?? "";
  if (!isContractKey(code, key)) throw notFound();
  return { code, key };
}
