import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../ingest/read/html/read-html.ts';

const TITLE = '云溪省人民政府关于同意设立东湖自然保护区的批复';

/** A short document, which side columns easily outweigh, and a long one. */
const SHORT = [
  TITLE,
  '云政函〔2018〕38号',
  '东湖市人民政府：',
  '你市《关于设立东湖自然保护区的请示》收悉。现批复如下：',
  '同意设立东湖省级自然保护区。具体范围由省林业局另行公布。',
  '云溪省人民政府',
  '2018年5月23日',
];
const LONG = [
  ...SHORT.slice(0, 4),
  ...Array.from(
    { length: 30 },
    (_, index) =>
      `${index + 1}.保护区内禁止砍伐、放牧、狩猎、捕捞、采药、开垦、烧荒、开矿、采石、挖沙等活动，法律另有规定的除外。`,
  ),
  ...SHORT.slice(-2),
];

const TEASERS = Array.from(
  { length: 12 },
  (_, index) =>
    `<li><a href="/n${index}">省政府召开常务会议部署第${index}项工作</a><p>会议指出，要扎实推进各项工作，确保取得实效。会议强调，各地各部门要提高认识，压实责任。</p><span>2024-05-01</span></li>`,
).join('');

const paragraphs = (lines: readonly string[], name = 'p'): string =>
  lines.map((line) => `<${name}>${line}</${name}>`).join('\n');

const STRUCTURES: [string, (lines: readonly string[]) => string][] = [
  [
    'a column of news with teasers beside it',
    (lines) =>
      `<body><div class=m><div class=l><div class=b>${paragraphs(lines)}</div><div class=t><a>打印</a> <a>收藏</a> 责任编辑：张三</div></div><div class=r><h3>最新政策</h3><ul>${TEASERS}</ul></div></div>`,
  ],
  [
    'lines between <br> in a table of tables',
    (lines) =>
      `<body><table><tr><td>当前位置：<a>首页</a>&gt;<a>文件</a></td></tr><tr><td><table><tr><td>发布日期：2018-06-01 来源：办公厅 浏览次数：<span>33</span></td></tr><tr><td><font>${lines.join('<br>\n')}</font></td></tr><tr><td><a>【打印】</a><a>【关闭】</a></td></tr></table></td></tr></table>`,
  ],
  [
    'divs for paragraphs, a bar, links to other pages and a footer',
    (lines) =>
      `<body><section><div class=i><span>时间：2018-06-01</span><span>来源：办公厅</span><span>字体：<a>大</a><a>中</a><a>小</a></span></div><div>${paragraphs(lines, 'div')}</div></section><div>分享到</div><div>上一篇：<a>关于表彰先进的决定</a></div><footer><p>主办单位：办公厅 联系电话：000-0000</p><p>网站标识码x 云ICP备1号</p></footer>`,
  ],
  [
    'a tree of columns at its left and an unlisted row in its table',
    (lines) =>
      `<body><table><tr><td><table>${Array.from({ length: 15 }, (_, index) => `<tr><td><a href=${index}>栏目${index}公开指南</a></td></tr>`).join('')}</table></td><td><table><tr><th>索引号</th><td>A-1</td><th>公开编码</th><td>X-2</td></tr><tr><th>文种</th><td>批复</td><th>有效性</th><td>有效</td></tr></table><div>${paragraphs(lines)}</div></td></tr></table>`,
  ],
  [
    'the text in three boxes one after the other',
    (lines) => {
      const third = Math.ceil(lines.length / 3);
      return `<body><div class=z>${[0, 1, 2].map((box) => `<div>${paragraphs(lines.slice(box * third, (box + 1) * third))}</div>`).join('')}</div><div>技术支持：某公司</div>`;
    },
  ],
  ['nothing but the text in the body', (lines) => `<body>${paragraphs(lines)}`],
];

describe('one article in many page structures', () => {
  it.each(STRUCTURES)('%s', (_, page) => {
    for (const lines of [SHORT, LONG]) {
      const read = readHtml(`<html><head><title>${TITLE}_政府信息公开</title></head>${page(lines)}`);
      const article = read?.text.slice(read.statedFacts.length > 0 ? read.text.indexOf('\n\n') + 2 : 0);
      expect(article?.trimEnd().split('\n')).toEqual(lines);
    }
  });
});
