import { z } from "zod";
import {
  codesAnswer,
  observationsPage,
  observationsQuery,
  problemSchema,
  revisionsAnswer,
} from "./schemas";

const RESPONSES = {
  ObservationsPage: observationsPage,
  Revisions: revisionsAnswer,
  Codes: codesAnswer,
  Problem: problemSchema,
} as const;

/**
 * The OpenAPI 3.1 document of the read API, made from the schemas that parse the questions and that the tests hold the answers
 * against. `origin`: where it is served.
 */
export function openApiDocument(origin: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Chợ Phiên: published statistics",
      version: "1.0.0",
      description:
        "Read-only. Only what was published; what is withheld has no value. Keys are issued by the department.",
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: origin }],
    paths: {
      "/api/v1/observations": {
        get: {
          operationId: "listObservations",
          summary: "Published observations, page by page in one order",
          security: KEYED,
          parameters: parametersOf(),
          responses: {
            ...answered("ObservationsPage", { Link: LINK }),
            ...problems(["400", "401", "429"]),
          },
        },
      },
      "/api/v1/revisions": {
        get: {
          operationId: "listRevisions",
          summary: "What was published anew, and why",
          security: KEYED,
          responses: { ...answered("Revisions"), ...problems(["400", "401", "429"]) },
        },
      },
      "/api/v1/codes": {
        get: {
          operationId: "listCodes",
          summary: "All codes with their names in Vietnamese and English; needs no key",
          security: [],
          responses: answered("Codes"),
        },
      },
      "/api/v1/openapi.json": {
        get: {
          operationId: "describe",
          summary: "This document; needs no key",
          security: [],
          responses: {
            "200": {
              description: "The document",
              content: { "application/json": { schema: { type: "object" } } },
            },
          },
        },
      },
    },
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", bearerFormat: "cpk_..." } },
      schemas: Object.fromEntries(
        Object.entries(RESPONSES).map(([name, schema]) => [name, jsonSchemaOf(schema)]),
      ),
    },
  };
}

const KEYED = [{ key: [] }];
const LINK = { description: "rel=next, as `next`", schema: { type: "string" } };

function parametersOf(): object[] {
  const { properties = {} } = z.toJSONSchema(observationsQuery, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => {
    if (typeof schema === "boolean") return { name, in: "query", schema };
    const { description, ...rest } = schema;
    return { name, in: "query", required: false, description, schema: rest };
  });
}

function jsonSchemaOf(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}

function answered(schema: keyof typeof RESPONSES, headers?: object): object {
  const content = { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } };
  return { "200": { description: schema, ...(headers ? { headers } : {}), content } };
}

const PROBLEMS = {
  "400": "A parameter is wrong; `errors` names each",
  "401": "No key, or one that is unknown, over or revoked",
  "429": "Too many requests; `Retry-After` says in how many seconds to come back",
} as const;

function problems(statuses: readonly (keyof typeof PROBLEMS)[]): object {
  const content = {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  };
  return Object.fromEntries(
    statuses.map((status) => [status, { description: PROBLEMS[status], content }]),
  );
}
