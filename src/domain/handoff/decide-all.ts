import { approve } from './commands/approve';
import { changeSender } from './commands/change-sender';
import { edit } from './commands/edit';
import { close, endResolved } from './commands/end';
import { handBack } from './commands/hand-back';
import { hold, offerHeld, release } from './commands/hold';
import { revise } from './commands/offer';
import { noteOverdue } from './commands/overdue';
import { recordRefusal } from './commands/record-refusal';
import { startAgain } from './commands/start-again';
import { supersede } from './commands/supersede';
import { voidHandoff } from './commands/void';
import { waive } from './commands/waive';
import { decideBy, type Decide, type HandoffDeciders, type RecordDeciders } from './decide';
import { ROW_DECIDERS } from './decide-in-row';

/** What a list does not take: with one command missing here this does not compile. */
interface Rest {
  readonly onRecord: Omit<Required<RecordDeciders>, keyof typeof ROW_DECIDERS.onRecord>;
  readonly onHandoff: Omit<Required<HandoffDeciders>, keyof typeof ROW_DECIDERS.onHandoff>;
}

const WORK_ITEM_DECIDERS = {
  onRecord: {
    edit,
    startAgain,
    handBack,
    waive,
  },
  onHandoff: {
    revise,
    approve,
    changeSender,
    hold,
    release,
    offerHeld,
    supersede,
    void: voidHandoff,
    recordRefusal,
    noteOverdue,
    endResolved,
    close,
  },
} satisfies Rest;

/** `Decide` for every command there is. */
export const decide: Decide = (record, command, context) => decideBy([ROW_DECIDERS, WORK_ITEM_DECIDERS], record, command, context);
