import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';

const Description = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        responses: z.record(
          z.string(),
          z.object({ content: z.record(z.string(), z.object({ schema: z.object({ $ref: z.string() }) })) }),
        ),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** Already held against the schema that /openapi.json gives for this path and status. */
  body: unknown;
}

/** Asks a served API and holds every answer, errors too, against what its own /openapi.json promises. */
export class ApiClient {
  readonly #origin: string;
  readonly #description: z.infer<typeof Description>;
  readonly #ajv: Ajv2020;

  private constructor(origin: string, description: z.infer<typeof Description>) {
    this.#origin = origin;
    this.#description = description;
    this.#ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
    this.#ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
    this.#ajv.addVocabulary(['components']);
    this.#ajv.addSchema({ $id: 'api', components: description.components });
  }

  /** A client of the API that is served at `origin`. */
  static async of(origin: string): Promise<ApiClient> {
    const response = await fetch(`${origin}/openapi.json`);
    return new ApiClient(origin, Description.parse(await response.json()));
  }

  /** GET; `path` is the described one: `/api/v1/documents/{id}`. Throws when the answer is not as described. */
  async get(path: string, address: string, init: RequestInit = {}): Promise<ApiAnswer> {
    return this.#ask('get', path, address, init);
  }

  /** POST of a JSON body. */
  async post(path: string, body: unknown): Promise<ApiAnswer> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return this.#ask('post', path, path, init);
  }

  async #ask(method: string, path: string, address: string, init: RequestInit): Promise<ApiAnswer> {
    const response = await fetch(this.#origin + address, init);
    const { status, headers } = response;
    if (status === 304) return { status, headers, body: null };
    const body: unknown = await response.json();
    const responses = this.#description.paths[path]?.[method]?.responses;
    const schema = (responses?.[String(status)] ?? responses?.default)?.content['application/json']?.schema.$ref;
    if (schema === undefined) throw new Error(`${method} ${path} does not describe status ${status}`);
    const validate = this.#ajv.compile({ $ref: `api${schema}` });
    if (!validate(body)) {
      throw new Error(
        `${address} is not as described: ${this.#ajv.errorsText(validate.errors)}\n${JSON.stringify(body).slice(0, 2000)}`,
      );
    }
    return { status, headers, body };
  }
}
