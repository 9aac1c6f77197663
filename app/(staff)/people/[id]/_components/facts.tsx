import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { formatMonth, type CivilDate } from "@/lib/dates";
import { retireKindWords } from "@/lib/people/employment/words";
import type { PersonFile } from "@/lib/people/file/queries";
import { isMigrant } from "@/lib/people/rules";
import { permitWords } from "@/lib/people/roster/rules";
import {
  aidWords,
  employmentWords,
  hukouScopeWords,
  hukouTypeWords,
  idTypeWords,
  mobileOwnerWords,
  politicalWords,
  postWords,
  rankWords,
} from "@/lib/people/words";
import type { PartName } from "@/lib/people/parts/rules";

type Props = { file: PersonFile; mayChange: boolean };

function Change({ file, mayChange, part }: Props & { part: PartName }) {
  return mayChange ? <TextLink href={`/people/${file.id}/edit?part=${part}`}>更改</TextLink> : null;
}

export function WorkFacts({ file, mayChange }: Props) {
  const { contractStart, contractEnd } = file;

  return (
    <Card title="工作" aside={mayChange && <TextLink href={`/people/${file.id}/events`}>登记变动</TextLink>}>
      <Facts
        columns={2}
        items={[
          { label: "单位", value: file.units.join(" · ") },
          { label: "岗位", value: postWords[file.postType], sub: file.postTitle },
          {
            label: "用工形式",
            value: employmentWords[file.employmentType],
            sub: file.agencyName && `派遣单位：${file.agencyName}`,
          },
          { label: "合同", value: contractStart && `${contractStart} 至 ${contractEnd ?? "无固定期限"}` },
          { label: "入职日期", value: file.hireDate },
          file.rankLevel === "NONE"
            ? null
            : { label: "职级", value: rankWords[file.rankLevel], sub: file.isLeader && "领导干部" },
          file.retires ? { label: "预计退休", value: formatMonth(file.retires) } : null,
          file.retireDate
            ? { label: file.retireKind ? retireKindWords[file.retireKind] : "退休", value: file.retireDate }
            : null,
        ]}
      />
    </Card>
  );
}

export function BasicFacts({ file, mayChange }: Props) {
  const { birthDate, archiveBirthDate } = file;

  return (
    <Card title="基本情况" aside={<Change file={file} mayChange={mayChange} part="basic" />}>
      <Facts
        columns={2}
        items={[
          {
            label: idTypeWords[file.idType],
            value: file.idNo && <span className="num">{file.idNo}</span>,
            sub: mayChange && <TextLink href={`/people/${file.id}/idno`}>更正号码</TextLink>,
          },
          birthDate
            ? {
                label: "出生日期",
                value: birthDate,
                sub:
                  archiveBirthDate &&
                  archiveBirthDate !== birthDate &&
                  `档案出生日期 ${archiveBirthDate}，退休以此为准`,
              }
            : null,
          { label: "民族", value: file.ethnicity },
          { label: "政治面貌", value: politicalWords[file.politicalStatus] },
        ]}
      />
    </Card>
  );
}

export function HukouFacts({ file, mayChange, today }: Props & { today: CivilDate }) {
  const expiry = file.residencePermitExpiry;

  return (
    <Card title="户籍与居住证" aside={<Change file={file} mayChange={mayChange} part="hukou" />}>
      <Facts
        columns={2}
        items={[
          { label: "户籍", value: `${hukouScopeWords[file.hukouScope]}${hukouTypeWords[file.hukouType]}` },
          { label: "外来务工", value: isMigrant(file.hukouScope) ? "是" : "否" },
          isMigrant(file.hukouScope)
            ? {
                label: "居住证",
                value: file.hasResidencePermit || expiry ? `${expiry ?? "未填"} 到期` : "",
                sub: expiry && permitWords(expiry, today),
              }
            : null,
        ]}
      />
    </Card>
  );
}

export function ContactFacts({ file, mayChange }: Props) {
  return (
    <Card title="联系方式与住址" aside={<Change file={file} mayChange={mayChange} part="contact" />}>
      <Facts
        columns={2}
        items={[
          {
            label: "手机",
            value: file.mobile && <span className="num">{file.mobile}</span>,
            sub: file.mobileOwner && `机主：${mobileOwnerWords[file.mobileOwner]}`,
          },
          { label: "住址", value: file.hasAddress && "已登记" },
          {
            label: "紧急联系人",
            value: [file.emergencyName, file.emergencyRelation].filter(Boolean).join(" · "),
            sub: file.emergencyPhone,
          },
          { label: "需要协助", value: file.aids.map((aid) => aidWords[aid]).join("、") || "不需要" },
        ]}
      />
    </Card>
  );
}

export function OtherFacts({ file, mayChange }: Props) {
  const changes = { file, mayChange };

  return (
    <Card title="工会、银行卡与特殊情况">
      <Facts
        columns={2}
        items={[
          {
            label: "工会会员",
            value: file.unionMember ? "是" : "否",
            sub: (
              <>
                {file.unionJoinedOn && `${file.unionJoinedOn} 入会 `}
                <Change {...changes} part="union" />
              </>
            ),
          },
          {
            label: "银行卡",
            value: file.bankTail && (
              <span className="num">{[file.bankName, `尾号 ${file.bankTail}`].filter(Boolean).join(" ")}</span>
            ),
            sub: <Change {...changes} part="bank" />,
          },
          {
            label: "绿色通道",
            value: file.isGreen ? <Tag tone="warn">是</Tag> : "否",
            sub: (
              <>
                {file.hasCare && "登记有特殊情况 "}
                <Change {...changes} part="care" />
              </>
            ),
          },
          {
            label: "手机登录",
            value: file.accounts.some(({ kind, isOpen }) => kind === "WORKER" && isOpen) ? "已开通" : "未开通",
          },
        ]}
      />
    </Card>
  );
}
