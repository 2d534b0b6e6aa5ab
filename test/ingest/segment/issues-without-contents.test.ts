import { describe, expect, it } from 'vitest';
import { parse } from '../../helpers/parse-text.ts';
import { read } from './made-texts.ts';

describe('issues without contents', () => {
  const ACT = '江州市人民代表大会常务委员会关于批准《江州市供水条例》的决定';
  const BODY = '江州市第十届人民代表大会常务委员会第三次会议决定予以批准。';

  it('tell titles without a number by what stands over and under them', () => {
    const texts = [
      `${ACT}\n（2023年3月1日江州市第十届人民代表大会常务委员会第三次会议通过）\n\n　　${BODY}`,
      '关于《江州市供水条例》的说明\n\n——2023年2月1日在江州市第十届人民代表大会常务委员会第二次会议上\n\n市水务局局长　王某\n\n　　现作说明如下。',
      '江州市人民政府\n任　免　干　部\n\n　　任命王某为市水务局局长。',
      '江州市人民政府2023年3月大事记\n\n　　3月1日，市长出席会议。',
      '某某公司诉某某商行买卖合同纠纷案\n\n　　原告：某某公司。\n　　法院判决如下。',
      '江州市人民政府关于表彰先进单位的决定\n\n各区人民政府：\n　　市政府决定予以表彰。',
    ];
    const issue = parse(`江州市人民政府公报\n2023年第5期\n\n${texts.join('\n\n')}\n`);
    expect(issue.documents.map(({ title, kind }) => [kind, title.value])).toEqual([
      ['act', ACT],
      ['report', '关于《江州市供水条例》的说明'],
      ['act', '江州市人民政府任免干部'],
      ['report', '江州市人民政府2023年3月大事记'],
      ['act', '某某公司诉某某商行买卖合同纠纷案'],
      ['act', '江州市人民政府关于表彰先进单位的决定'],
    ]);
  });

  it('keep a heading, a table and what a notice passes on out of the titles', () => {
    const notice =
      '江州市人民政府办公室转发市水务局关于节约用水的意见的通知\n江政办发〔2023〕8号\n\n各区人民政府：\n　　市水务局《关于节约用水的意见》已经同意，现转发给你们。\n\n关于节约用水的意见\n\n　　现提出以下意见。\n　　一、关于用水计划\n　　各区制定用水计划。\n\n附件1\n\n联系方式\n\n市水务局　010-6529\n\n江州市财政局　江州市水务局\n关于调整水价的通知\n江财〔2023〕3号\n\n各区财政局：\n　　现就水价调整通知如下。\n';
    expect(read(notice).map((line) => line.split(' | ')[0])).toEqual([
      '江州市人民政府办公室转发市水务局关于节约用水的意见的通知',
      '江州市财政局　江州市水务局关于调整水价的通知',
    ]);
  });

  it('keep the new print of what a decision amends with the decision', () => {
    const decision =
      '江州市人民政府关于修改《江州市供水管理规定》的决定\n江政发〔2023〕8号\n\n　　一、删去第二条。\n　　本决定自公布之日起施行。\n　　《江州市供水管理规定》根据本决定作相应修改，重新公布。\n\n江州市供水管理规定\n\n第一条　为加强供水管理，制定本规定。\n第二条　本规定自公布之日起施行。\n';
    expect(parse(decision).documents.map(({ parts }) => parts.length)).toEqual([2]);
  });
});
