import type { Request } from 'express';
import { z } from 'zod';
import { checkText } from '../../../ingest/validity/check-text.ts';
import { givenValues } from '../../api/given-values.ts';
import { OnDay } from '../../api/schemas/common.ts';
import { apiCheck } from '../../api/serialise/validity.ts';
import type { Services } from '../../services.ts';
import { siteOrigin } from '../../site/site-origin.ts';
import type { TableExport } from '../send-table.ts';
import { validityCheckSheet } from '../sheets/validity-check-sheet.ts';

/** The form of /validity. An empty day is today. */
const CheckForm = z.object({ text: z.string().default(''), on: OnDay });

/** The answer of a validity check of the form's text. Throws TextTooLong. */
export function validityTable(request: Request, services: Services): TableExport {
  const { text, on } = CheckForm.parse(givenValues(request.body));
  const check = apiCheck(checkText(services.store, text, on ?? services.today()));
  return {
    fileName: `效力核查-${check.on}`,
    title: '效力核查',
    sheets: [validityCheckSheet(check, siteOrigin(request))],
    pageUrl: `${siteOrigin(request)}/validity`,
    statusOn: check.on,
    notes: [
      '一处引用可能对应几份文件时逐份列出，不作猜测；馆藏不知道的文件也列出，“此处未知”不等于不存在。',
      '“自”“至”是此状态的第一天和最后一天；空白表示原文没有写明。',
    ],
  };
}
