import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Columns } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { stepsOf } from "@/lib/cases/view/rules";
import { viewFile } from "@/lib/hardship/files/view/queries";
import { helpByYear } from "@/lib/hardship/files/years/queries";
import { levelWords, stateWords } from "@/lib/hardship/words";
import { tableOf } from "@/lib/stages";
import { FileFacts } from "./_components/file-facts";
import { HelpYears } from "./_components/help-years";
import { FileSide } from "./_components/file-side";

export const metadata = { title: "困难职工档案" };

export default async function HardshipFilePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("hardship.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewFile(permit, id.data);
  const { file, head, running, spouses } = view;
  const isOfficer = permit.reach.programmes.includes("hardship");

  return (
    <>
      <PageHead
        title={`${head.name}家`}
        crumbs={[{ label: "困难帮扶", href: "/hardship" }, { label: file.number }]}
        actions={
          isOfficer && (
            <Button href={`/hardship/${file.id}/form`} icon="print">
              打印申报表
            </Button>
          )
        }
      />
      <IdentityBar
        name={head.name}
        href={`/people/${head.id}`}
        items={[
          head.unit,
          [`工号 ${head.staffNo}`, head.postTitle, head.age !== null && `${head.age} 岁`].filter(Boolean).join(" · "),
          spouses.length > 0 && `配偶同在本单位：${spouses.map(({ name }) => name).join("、")}`,
          <Tag key="state" tone={file.state === "ON_FILE" ? "ok" : "info"}>
            {stateWords[file.state]}
          </Tag>,
          file.level && (
            <Tag key="level" tone="neutral">
              {levelWords[file.level]}
            </Tag>
          ),
        ].filter(Boolean)}
      />
      {running.isRunning && (
        <Steps label="办到哪一步" items={stepsOf(tableOf(running.loaded.stageTable), running.loaded, view.timeline)} />
      )}
      <Columns
        main={
          <>
            <FileFacts view={view} isOfficer={isOfficer} />
            <HelpYears years={await helpByYear(permit, file.id)} />
          </>
        }
        side={<FileSide view={view} isManager={permit.reach.manages.includes("hardship")} isOfficer={isOfficer} />}
      />
    </>
  );
}
