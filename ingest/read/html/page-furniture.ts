import type { PageLine } from './page-lines.ts';

/** What buttons, bars and boxes around a text say. A line made of nothing else is furniture. Longest first. */
const BUTTON_WORDS =
  '扫一扫在手机打开当前页|扫一扫在手机上查看当前页面|扫一扫手机打开当前页|扫一扫打开当前页|用微信扫描二维码|分享至好友和朋友圈|微信扫一扫|扫一扫|手机扫一扫|扫码阅读|手机浏览|二维码|分享到朋友圈|分享到微信|分享文章|分享到|分享至|分享|打印本页|打印此页|打印文章|打印页面|我要打印|打印|关闭窗口|关闭本页|关闭页面|关闭此页|关闭|返回顶部|返回首页|返回列表|返回上一页|返回|回到顶部|我要纠错|内容纠错|网站纠错|我要收藏|加入收藏|收藏本页|收藏|一键分享|保存本页|保存|下载文件|下载全文|文件下载|下载正文|全文下载|下载|导出|复制链接|文字版|图片版|正文下载|朗读|语音播报|语音朗读|播放|暂停|字体大小|字号大小|字体|字号|放大|缩小|默认|超大|特大|大|中|小|微信好友|朋友圈|微信|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|人人网|豆瓣网|豆瓣|百度贴吧|更多|预览时标签不可点|关注该公众号|继续滑动看下一个|轻触阅读原文|阅读原文|首页|上一页|下一页|尾页|末页|上一篇|下一篇|上一条|下一条|无障碍浏览|无障碍|简体|繁体|繁體|English|A|T|到|次|文字解读|图文解读|政策解读|基本信息|正文|全文|目录收起|展开|收起|视力保护色|双击滚屏|滚动屏幕|阅读全文|友善列印|友善打印|列印本頁|列印|關閉視窗|關閉|轉寄|回上一頁|回首頁|回列表|Word下载|PDF下载|下载Word|下载PDF|Word|PDF|doc|pdf|ofd'
    .split('|')
    .sort((one, other) => other.length - one.length);

const SEPARATORS = /[\s\u3000|｜\\/·•.\-—_:：,，、;；【】[\]()（）〔〕{}<>《》»›>“”"'+*×#&©★☆◆→↑↓]/g;

/** Numbers stand between buttons (上一页 1 2 3 下一页, 浏览 123 次), never alone. */
function isMadeOfButtons(text: string): boolean {
  let rest = text.replace(SEPARATORS, '');
  if (rest.length > 80) return false;
  let words = 0;
  while (rest !== '') {
    const word = BUTTON_WORDS.find((candidate) => rest.startsWith(candidate));
    const number = /^\d{1,8}次?/.exec(rest)?.[0];
    if (word === undefined && (number === undefined || words === 0)) return false;
    if (word !== undefined) words += 1;
    rest = rest.slice((word ?? number ?? '').length);
  }
  return true;
}

/** Lines that say what they are by their first words. Matches 当前位置：首页 > 政务公开; 上一篇：…; 相关链接：. Not: 来源于… or 下载的文件应当…. */
const FURNITURE_HEADS: readonly RegExp[] = [
  /^(?:您(?:现在|当前|目前)?(?:所在)?的?位置|(?:当前|现在|所在|页面)位置|你(?:现在|当前)?的?位置|(?:您|你)现在的位置)/,
  /^(?:首页|网站首页)\s{0,3}[>＞»›/|\\-]/,
  /^(?:上|下)一(?:篇|条|页)(?:[：:]|$)/,
  /^[【[(（]?(?:字体|字号|字体大小|视力保护色|背景色|打印本页|分享到|浏览次数|浏览量|阅读次数|点击数|点击次数|点击率|访问量|访问次数|责任编辑|责编|网站编辑|信息员|供稿|稿件来源|信息来源|文章来源|原文链接|原文地址|二维码)[】\])）]?\s{0,3}[：:【[(（]/,
  /^(?:相关|关联|延伸|推荐|热点|热门|最新|更多)(?:链接|文档|文件|文章|新闻|稿件|阅读|解读|信息|报道|资讯|内容|附件|政策|下载|推荐|专题)[：:]?$/,
  /^(?:网友|用户|发表|最新|精彩|热门|暂无)评论\s?(?:[(（]?\d{0,6}条?[)）]?)$/,
  /^(?:政策|文件|图文|文字|专家|媒体|部门|相关政策|政策文件)解读(?:链接)?[：:]?$/,
  /^(?:附件|文件|正文|原文|相关附件)下载[：:]?$/,
  /^(?:关于我们|网站地图|网站声明|联系我们|隐私声明|版权声明|免责声明|设为首页|使用帮助)/,
  /^(?:扫一扫|扫描二维码|微信扫|手机扫|用手机扫|打开微信|使用微信)/,
  /^(?:JavaScript|您的浏览器|本网站支持|建议|推荐|为确保|为了?获得|最佳).{0,60}(?:浏览器|分辨率|IPv6|脚本)/i,
  /^您(?:访问的链接|即将离开|将离开)/,
  /^(?:window|document|var|function|\$)\s{0,2}[.(]/,
];

/** 打印 收藏 责任编辑：张三. Not: a paragraph on what an editor has to do. */
const EDITOR = /(?:责任编辑|责编|网站编辑)\s?[：:]/;

/** Marks of a page's foot; nothing of the document comes after them. */
const FOOT =
  /版权所有|ICP备|公网安备|网站标识码|网站支持IPv6|政府网站找错|版權所有|^(?:主办|承办|主管|维护|运维)(?:单位|部门)?[：:]|技术支持(?:单位)?[：:]|^[\u4e00-\u9fff]{4,20}主办(?:[\s\u3000]|$)|All Rights Reserved|Copyright\s?(?:©|\(c\))/i;

/** `.TRS_Editor P{margin-top:0px}`, `@page {size: A4}`, `td p { line-height:2em; }` printed as text. Not: any line with Chinese outside of a font's name. */
const STYLE_RULE = /^[^{}\u4e00-\u9fff]{0,300}\{[^{}]{0,2000}\}?/;

function isStyleRule(text: string): boolean {
  if (!STYLE_RULE.test(text) || !/[:;}]/.test(text)) return false;
  const han = (text.match(/[\u4e00-\u9fff]/g) ?? []).length;
  return han <= 12 && text.length > han * 4;
}

/** True for a line that belongs to the page, not to the document on it: a button bar, a path of links, a rule of a style sheet. */
export function isFurniture(line: PageLine): boolean {
  const { text } = line;
  if (line.isRow) return /[\u4e00-\u9fff]/.test(text) && isMadeOfButtons(text);
  if (isStyleRule(text)) return true;
  if (text.length > 300) return false;
  if (text.length <= 80 && EDITOR.test(text)) return true;
  return FURNITURE_HEADS.some((head) => head.test(text)) || isMadeOfButtons(text) || isBreadcrumb(line);
}

/** 2018-09-20 10:10:10 来源：办公厅; 中央政府门户网站 2018年9月20日 来源：…; a day with an hour, or a day and where the text comes from. */
const HOUR = /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s{0,4}\d{1,2}:\d{2}/;
const DAY = /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}/;
const ORIGIN = /(?:来源|稿源|作者|供稿|浏览次数|阅读次数|访问量|点击数|字体|字号)[：:]/;
const LONGEST_BAR = 120;

/** True for the bar between a page's title and its text that says when and from where it was put online. Only before the running text. */
export function isPublicationBar({ text, isRow }: PageLine): boolean {
  if (isRow || text.length > LONGEST_BAR || /[。；]/.test(text)) return false;
  return HOUR.test(text) || (DAY.test(text) && ORIGIN.test(text));
}

/** Furniture with which the part of a page that holds its article ends: buttons, a code to scan, links to what is related. */
export function endsArticle(line: PageLine): boolean {
  return line.characters > 1 && !isStyleRule(line.text) && isFurniture(line);
}

/** 首页 > 政务公开 > 政府文件: parts of a path, most of them links. */
function isBreadcrumb(line: PageLine): boolean {
  return line.linked * 2 > line.characters && line.text.split(/[>＞»›]/).length >= 3;
}

/** True for a line of the page's foot: 版权所有, ICP备…, 主办单位：…. */
export function isFoot(line: PageLine): boolean {
  return line.text.length <= 300 && FOOT.test(line.text);
}

/** 附件：实施方案.docx as a line of its own: a link to a file, not the document's own list of annexes. */
export function isFileLink(line: PageLine): boolean {
  if (!line.toFiles) return false;
  const named = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|ceb|zip|rar)[\s)）】\]]*$/i.test(line.text);
  return named && line.linked * 2 >= line.characters;
}
