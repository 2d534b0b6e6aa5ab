import { STATED_FACT_NAMES } from '../../model/source.ts';
import type { StatedFactName } from '../../model/source.ts';

/** The labels that government pages print over their documents; of two with one meaning, the one that stands first here counts. */
const LABELS: Record<StatedFactName, readonly string[]> = {
  indexNumber: ['索引号', '索取号', '信息索引号', '信息索引'],
  documentNumber: [
    '发文字号',
    '文号',
    '发文文号',
    '文件字号',
    '公文文号',
    '文件编号',
    '发布文号',
    '发文号',
    '文件号',
    '公文号',
    '文书号',
    '字号',
  ],
  title: ['标题', '名称', '文件名称', '文件标题', '信息名称', '公文名称', '信息标题', '公文标题'],
  issuingAuthority: [
    '发文机关',
    '发文机构',
    '发文单位',
    '发文部门',
    '制定机关',
    '制发机关',
    '制定单位',
    '制发单位',
    '印发机关',
    '颁布机关',
    '颁布单位',
    '公布机关',
    '发布机关',
    '发布机构',
    '发布单位',
    '发布部门',
    '公开机构',
    '公开主体',
  ],
  promulgationDate: [
    '成文日期',
    '成文时间',
    '制定日期',
    '签发日期',
    '签署日期',
    '发文日期',
    '发文时间',
    '颁布日期',
    '颁布时间',
    '公布日期',
    '生成日期',
    '生成时间',
    '印发日期',
    '印发时间',
  ],
  publicationDate: ['发布日期', '发布时间', '公开日期', '公开时间', '公开发布日期', '上网日期'],
  effectiveDate: ['实施日期', '施行日期', '生效日期', '生效时间', '实施时间', '施行时间', '执行日期'],
  expiryDate: [
    '失效日期',
    '失效时间',
    '废止日期',
    '废止时间',
    '失效（废止）日期',
    '废止（失效）日期',
    '终止日期',
    '终止实施日期',
    '有效期至',
    '有效期截止日期',
    '截止日期',
  ],
  validity: [
    '有效性',
    '文件状态',
    '时效性',
    '效力状态',
    '时效状态',
    '有效状态',
    '文件有效性',
    '是否有效',
    '文件时效',
    '时效',
    '效力',
    '状态',
    '注释',
  ],
  topic: ['主题分类', '信息分类', '组配分类', '主题类别', '所属主题', '文件分类', '分类'],
  unifiedNumber: [
    '统一编号',
    '规范性文件编号',
    '规范性文件统一编号',
    '统一登记编号',
    '统一登记号',
    '登记编号',
    '文件登记号',
    '登记号',
  ],
};

/** Labels of the same tables and bars that state nothing about the document: they end a value. */
const OTHER_LABELS = [
  '主题词 关键词 公开方式 公开形式 公开类别 公开属性 公开范围 公开时限 公开程序 体裁分类 体裁 文种 公文种类 服务对象 服务对象分类 信息来源 文章来源 来源 作者 浏览次数 浏览量 阅读次数 阅读量 阅读',
  '点击数 点击次数 点击率 访问量 访问次数 字体 字体大小 内容概述 内容概览 概述 内容摘要 摘要 责任部门 责任编辑 编辑 责编 审核 校对 有效期 有效期限 承办单位 解读 政策解读 相关解读 关联 题注 信息类别 载体类型 载体 记录形式 语种 更新时间 更新日期',
  '分享 分享到 打印 下载 收藏 稿源 供稿 供稿单位 发布人 信息员 收文日期 保管期限 分类词 所属分类 地域分类 行业分类 主办单位 主办部门 效力级别 文件类型 文件类别 签发人 联系电话 时间 日期 上传时间 公开责任部门 起草单位',
]
  .join(' ')
  .split(' ');

export interface FactLabel {
  name: StatedFactName | null;
  /** Smaller counts more. */
  rank: number;
}

/** By label without spaces: 索 引 号 is found under 索引号. */
export const FACT_LABELS: ReadonlyMap<string, FactLabel> = new Map<string, FactLabel>([
  ...OTHER_LABELS.map((label): [string, FactLabel] => [label, { name: null, rank: 0 }]),
  ...STATED_FACT_NAMES.flatMap((name) =>
    LABELS[name].map((label, rank): [string, FactLabel] => [label, { name, rank }]),
  ),
]);
