import { storyCard, storyHandoff, storyScreen } from './handoff-samples';
import { returned, sent } from './handoff-stories';
import { storyHome, storyRow } from './project-stories';
import type { Story } from './story-page';

/** Handoffs opened in a list of the project page, where preparing is left to the work item. */
export const rowStories: Readonly<Record<string, () => Story>> = {
  'project-row-returned': () => ({
    surface: 'project',
    answers: {
      'project.home': storyHome({
        waitingForMe: [],
        toRate: [],
        sent: [storyRow(21, { summary: 'Retry uploads', state: 'RETURNED', senderId: 'u-me' })],
      }),
      'handoff.get': storyScreen([storyCard({ handoff: storyHandoff('RETURNED', { ...sent, returns: [returned] }) })]),
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Retry uploads' }).click();
      await page.getByText(returned.reason).waitFor();
    },
  }),
};
