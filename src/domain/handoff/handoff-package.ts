import type { Instant, ItemAnswer, Receiver, Unknown } from './handoff';

/** What was handed over: frozen at the offer; its canonical JSON (RFC 8785) is what the digest covers, at most 64 KiB. */
export interface HandoffPackage {
  readonly schema: 1;
  readonly handoffId: string;
  readonly attempt: number;
  readonly typeId: string;
  readonly typeVersion: number;
  readonly senderId: string;
  readonly receiver: Receiver;
  readonly items: readonly {
    readonly itemId: string;
    readonly title: string;
    readonly required: boolean;
    readonly answer:
      | ItemAnswer
      | { readonly kind: 'field'; readonly fieldId: string }
      | { readonly kind: 'attachments'; readonly attachmentIds: readonly string[] }
      | null;
    readonly by: string | null;
    readonly at: Instant | null;
  }[];
  readonly note: readonly {
    readonly sectionId: string;
    readonly title: string;
    /** Empty where it was not known yet. */
    readonly text: string;
    readonly unknown?: Unknown;
    readonly by: string;
    readonly at: Instant;
  }[];
}
