import { ZodError } from 'zod';
import { TextTooLong } from '../../ingest/validity/check-text.ts';
import { SearchUnavailable } from '../search/search-types.ts';

/** An answer other than 200: its status, a stable code and a sentence for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A document or an issue that answers under another id now. */
export class Moved extends Error {
  readonly fromId: string;
  readonly toId: string;

  constructor(fromId: string, toId: string) {
    super(`${fromId} is ${toId} now`);
    this.fromId = fromId;
    this.toId = toId;
  }
}

/** A thing that the archive does not hold: 404 not_found. */
export function notFound(message: string): ApiError {
  return new ApiError(404, 'not_found', message);
}

/**
 * Tells what an error means over HTTP. Wrong parameters are 400 with the name of the first wrong one, an engine that
 * cannot answer is 503, a body that cannot be read is the status its reader gives, everything else is 500 without detail.
 */
export function apiErrorOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof ZodError) return new ApiError(400, 'invalid_parameter', firstIssue(error));
  if (error instanceof TextTooLong) return new ApiError(413, 'text_too_long', error.message);
  if (error instanceof SearchUnavailable) return new ApiError(503, 'search_unavailable', searchMessage(error));
  return bodyError(error) ?? new ApiError(500, 'internal_error', '服务器内部错误');
}

function firstIssue(error: ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return '参数有误';
  const [name] = issue.path;
  return name === undefined ? `正文${issue.message}` : `${String(name)}: ${issue.message}`;
}

function searchMessage(error: SearchUnavailable): string {
  return error.health === 'starting' ? '检索引擎正在启动，请稍后再试' : '检索引擎暂不可用，其他内容照常提供';
}

const BODY_FAULTS: Record<string, string> = {
  'entity.parse.failed': '正文不是 JSON',
  'entity.too.large': '正文过大',
};

/** What express's body readers throw: `{ status, type }`, such as 413 entity.too.large; a body that does not unpack has no type. */
function bodyError(error: unknown): ApiError | null {
  if (!(error instanceof Error) || !('status' in error) || !('expose' in error) || error.expose !== true) return null;
  const { status } = error;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : 'bad.request';
  if (typeof status !== 'number' || status < 400 || status > 499) return null;
  return new ApiError(status, type.replaceAll('.', '_'), BODY_FAULTS[type] ?? error.message);
}
