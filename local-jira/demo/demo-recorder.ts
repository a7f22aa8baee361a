import { DocumentCollection } from '../services/storage/document-collection';
import type { SiteDatabase } from '../services/storage/site-database';
import type { DemoProgress, FramePlace, Outcome } from '../site';

/** The work item of the home page's guide. */
const GUIDE_ISSUE_KEY = 'SHOP-1';

const NOTHING_DONE: DemoProgress = { blocked: false, handedOff: false, accepted: false, rated: false };

/** Functions of the app whose success ticks a step. */
const STEP_OF_FUNCTION: Record<string, keyof DemoProgress> = {
  'handoff.handOff': 'handedOff',
  'handoff.accept': 'accepted',
  'handoff.rate': 'rated',
};

/** Remembers which steps of the guide have been taken since the last reset. */
export class DemoRecorder {
  private readonly documents: DocumentCollection<DemoProgress>;
  /** Off while the demo's own history is made. */
  isRecording = true;

  constructor(database: SiteDatabase) {
    this.documents = new DocumentCollection(database, 'demoProgress');
  }

  progress(): DemoProgress {
    return this.documents.find('guide') ?? NOTHING_DONE;
  }

  /** A refused move of the guide's work item is its first step, a move that works its second. */
  noteMove(issueKey: string, moved: Outcome): void {
    if (issueKey !== GUIDE_ISSUE_KEY) return;
    if (moved.ok) {
      if (this.progress().blocked) this.tick('handedOff');
    } else if (moved.status === 400) this.tick('blocked');
  }

  /** What the app answered to a function that ticks a step; on a project's page the answer names the work item it was about. */
  noteInvoke(functionKey: string, place: FramePlace, value: unknown): void {
    const step = STEP_OF_FUNCTION[functionKey];
    if (step === undefined || !isRecord(value) || value['ok'] === false) return;
    const answer = value['value'];
    if (!isRecord(answer) || (step === 'handedOff' && answer['outcome'] !== 'handedOff')) return;
    const issueKey = place.kind === 'issue' ? place.issueKey : (issueKeyOf(answer['screen']) ?? issueKeyOf(answer));
    if (issueKey === GUIDE_ISSUE_KEY) this.tick(step);
  }

  private tick(step: keyof DemoProgress): void {
    if (this.isRecording) this.documents.put('guide', { ...this.progress(), [step]: true });
  }
}

/** Key of the work item a Handoff screen is about; null where the value is none. */
function issueKeyOf(screen: unknown): string | null {
  const issue = isRecord(screen) ? screen['issue'] : undefined;
  return isRecord(issue) && typeof issue['key'] === 'string' ? issue['key'] : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
