import type { NewAttachment } from '../../../site';
import type { Caller } from '../state/caller';
import type { JiraState } from '../state/jira-state';
import type { AttachmentRecord, IssueRecord } from '../state/records';
import { textChange } from './change-items';
import type { IssueWriter } from './issue-writer';

/** Keeps an uploaded file with the issue and notes it in the history; the right to do so is the route's business. */
export function addAttachment(
  { state, writer }: { state: JiraState; writer: IssueWriter },
  caller: Caller,
  issue: IssueRecord,
  file: NewAttachment,
): AttachmentRecord {
  const id = state.ids.next('attachment');
  const attachment: AttachmentRecord = {
    id,
    issueId: issue.id,
    authorId: caller.accountId,
    filename: file.filename,
    mimeType: file.mimeType,
    sizeBytes: file.content.byteLength,
    contentBase64: Buffer.from(file.content).toString('base64'),
    created: state.clock.now(),
  };
  state.database.inTransaction(() => {
    state.attachments.put(id, attachment, issue.id);
    const item = { ...textChange('attachment', null, file.filename), field: 'Attachment', to: id };
    writer.update(caller, { issue, items: [item], eventName: 'issue_updated' });
  });
  return attachment;
}

/** Deletes a file; the history keeps its name. The right to do so is the route's business. */
export function removeAttachment(
  { state, writer }: { state: JiraState; writer: IssueWriter },
  caller: Caller,
  attachment: AttachmentRecord,
): void {
  state.database.inTransaction(() => {
    state.attachments.delete(attachment.id);
    const item = { ...textChange('attachment', attachment.filename, null), field: 'Attachment', from: attachment.id };
    writer.update(caller, { issue: state.issues.get(attachment.issueId), items: [item], eventName: 'issue_updated' });
  });
}
