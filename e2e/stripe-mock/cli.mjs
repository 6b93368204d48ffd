#!/usr/bin/env node
// Plain JavaScript, so that Node can begin; the mock itself is TypeScript.
import { register } from "tsx/esm/api";

register();
await import("./cli.ts");
