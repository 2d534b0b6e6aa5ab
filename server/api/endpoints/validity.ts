import { checkText } from '../../../ingest/validity/check-text.ts';
import { endpoint, NONE } from '../endpoint.ts';
import { ValidityAnswerShape, ValidityCheckBody, ValidityCheckShape, ValidityQuery } from '../schemas/validity.ts';
import { apiCheck, apiValidity } from '../serialise/validity.ts';

/** 效力: of one reference, and of everything that a text cites. */
export const VALIDITY_ENDPOINTS = [
  endpoint({
    method: 'get',
    path: '/api/v1/validity',
    operationId: 'validity',
    tag: '效力',
    summary: '一份文件在某一天是否有效，由谁、依哪一句话决定；多个结果表示有歧义，不作猜测',
    params: NONE,
    query: ValidityQuery,
    body: NONE,
    answer: ValidityAnswerShape,
    errors: { 400: '参数有误', 404: '馆藏不知道这份文件（not_known），不等于它不存在' },
    answerOf: ({ query }, services) => apiValidity(services.store, query.ref, query.on ?? services.today()),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/validity/check',
    operationId: 'checkValidity',
    tag: '效力',
    summary: '核查一段文字（不超过 1 MB）引用的全部文件',
    params: NONE,
    query: NONE,
    body: ValidityCheckBody,
    answer: ValidityCheckShape,
    errors: { 400: '参数有误', 413: '文字过长', 415: '正文应是 JSON' },
    answerOf: ({ body }, services) => apiCheck(checkText(services.store, body.text, body.on ?? services.today())),
  }),
];
