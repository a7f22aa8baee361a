import type { HandoffListRow } from '../../src/contract/project-home';
import { HandoffScreen } from '../handoff/handoff-screen';
import type { Decided } from './use-waiting-rows';

interface EmbeddedHandoffProps {
  readonly row: HandoffListRow;
  readonly onDecided?: Decided;
}

/** The Handoff screen of a row's work item, in place. */
export function EmbeddedHandoff({ row, onDecided }: EmbeddedHandoffProps) {
  return <HandoffScreen issueId={row.issueId} {...(onDecided === undefined ? {} : { onDecided })} />;
}
