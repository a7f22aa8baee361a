import { canonicalJson, utf8Bytes } from '../audit/canonical-json';
import type { ChecklistItem, HandoffType } from '../type/handoff-type';
import type { IssueFacts } from './command';
import { appliesHere } from './applies-here';
import { isApproved } from './approval';
import type { Handoff } from './handoff';
import type { HandoffPackage } from './handoff-package';
import { effectiveReceiver } from './receiver';
import { isHighRisk } from './high-risk';

/** Jira's facts that go into a package. */
type PackageFacts = Pick<IssueFacts, 'attachments' | 'receiverFieldAccountId' | 'fieldValues'>;

/**
 * What the receiver gets: the answers and the note of this attempt in template order, without items that do not apply to this work item, without the receiver's own checks and
 * without what was left blank in the note. What nobody knew yet is in it, for a move that was let through all the same.
 *
 * Built again from the same handoff, type and facts it has the same digest, before and after the offer is recorded.
 *
 * @returns Null while there is no receiver.
 */
export function buildPackage(handoff: Handoff, type: HandoffType, issue: PackageFacts): HandoffPackage | null {
  const receiver = effectiveReceiver(handoff, type, issue);
  const senderId = handoff.sender.value;
  if (receiver === null || senderId === null) return null;
  return {
    schema: 1,
    handoffId: handoff.handoffId,
    attempt: handoff.attempt,
    typeId: handoff.typeId,
    typeVersion: handoff.typeVersion,
    senderId,
    receiver,
    ...(isHighRisk(handoff) ? { risk: 'high' } : {}),
    items: type.items
      .filter((item) => item.answeredBy === undefined && appliesHere(item, issue.fieldValues))
      .map((item) => packageItem(item, handoff, issue)),
    note: type.notePrompts.flatMap(({ sectionId, title }) => {
      const entry = handoff.note[sectionId];
      if (entry === undefined) return [];
      const { by, at } = entry;
      if (entry.unknown !== undefined) return [{ sectionId, title, text: '', unknown: entry.unknown, by, at }];
      return entry.value === null ? [] : [{ sectionId, title, text: entry.value, by, at }];
    }),
  };
}

function packageItem(item: ChecklistItem, handoff: Handoff, issue: PackageFacts): HandoffPackage['items'][number] {
  const { itemId, title, required } = item;
  const entry = handoff.items[itemId];
  const head = { itemId, title, required };
  if (item.kind === 'approval' && !isApproved(item, entry, handoff.sender.value)) return { ...head, answer: null, by: null, at: null };
  if (entry !== undefined && entry.value !== null) return { ...head, answer: entry.value, by: entry.by, at: entry.at };
  if (item.kind === 'field' && item.fieldId !== null)
    return { ...head, answer: { kind: 'field', fieldId: item.fieldId }, by: null, at: null };
  if (item.kind === 'attachment') {
    const attachmentIds = issue.attachments.map((attachment) => attachment.id);
    return { ...head, answer: { kind: 'attachments', attachmentIds }, by: null, at: null };
  }
  return { ...head, answer: null, by: null, at: null };
}

/** The digest the receiver accepts: SHA-256, lower-case hex, over the package's canonical JSON. */
export function packageDigest(handoffPackage: HandoffPackage, sha256: (text: string) => string): string {
  return sha256(canonicalJson(handoffPackage));
}

/** Bytes of UTF-8 canonical JSON; at most `MAX_PACKAGE_BYTES` can be offered. */
export function packageSizeBytes(handoffPackage: HandoffPackage): number {
  return utf8Bytes(canonicalJson(handoffPackage));
}

/** Bytes the draft's package has, or will have once somebody is chosen as receiver; for the limit while typing. */
export function draftSizeBytes(handoff: Handoff, type: HandoffType, issue: PackageFacts): number {
  const complete = buildPackage(handoff, type, issue);
  if (complete !== null) return packageSizeBytes(complete);
  const { at, by, version } = handoff.sender;
  const placeholder: Handoff = { ...handoff, receiver: { at, by, version, value: { kind: 'person', accountId: by } } };
  const assumed = buildPackage(placeholder, type, issue);
  return assumed === null ? 0 : packageSizeBytes(assumed);
}
