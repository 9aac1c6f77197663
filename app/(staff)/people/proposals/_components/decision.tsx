import { Card, Stack } from "@/components/ui/card";
import { HiddenField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { acceptProposalAction, returnProposalAction, withdrawProposalAction } from "@/lib/people/proposals/actions";
import type { ShownProposal } from "@/lib/people/proposals/queries";
import { beginFromProposalAction } from "@/lib/people/records/actions";

/** What can still be done with a proposal, and by whom. */
export function Decision({ proposal }: { proposal: ShownProposal }) {
  if (proposal.state !== "PENDING") {
    return proposal.decisionNote ? <Card title="处理意见">{proposal.decisionNote}</Card> : null;
  }
  if (proposal.mayDecide) return <Decide proposal={proposal} />;
  if (!proposal.isOwn) return <Card title="下一步">等人事科核对。</Card>;

  return (
    <Card title="下一步">
      <Stack>
        <p className="text-ink-2">等人事科核对。还没处理前可以撤回。</p>
        <Form action={withdrawProposalAction}>
          <HiddenField name="id" value={proposal.id} />
          <SubmitButton tone="outline">撤回</SubmitButton>
        </Form>
      </Stack>
    </Card>
  );
}

function Decide({ proposal: { id, kind } }: { proposal: ShownProposal }) {
  return (
    <Card title="核对后处理" tone="next">
      <Stack>
        {kind === "NEW_PERSON" ? (
          <Form action={beginFromProposalAction}>
            <HiddenField name="proposalId" value={id} />
            <SubmitButton wide>核对并建档</SubmitButton>
          </Form>
        ) : (
          <Form action={acceptProposalAction}>
            <HiddenField name="id" value={id} />
            <TextField name="note" label="说明" maxLength={200} optional />
            <SubmitButton wide>采纳，立即生效</SubmitButton>
          </Form>
        )}
        <FoldedForm summary="退回" look="danger" action={returnProposalAction}>
          <HiddenField name="id" value={id} />
          <TextArea name="note" label="缺什么、哪里不对" hint="一次说全" rows={3} maxLength={200} />
          <SubmitButton tone="danger">退回</SubmitButton>
        </FoldedForm>
      </Stack>
    </Card>
  );
}
